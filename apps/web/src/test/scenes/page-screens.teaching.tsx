import { NotificationsScreen } from '@/features/communication/notifications/notifications-screen.tsx';
import { HomeScreen } from '@/features/homes/home-screen.tsx';
import { SecurityScreen } from '@/features/identity/security/security-screen.tsx';
import { AssignmentScreen } from '@/features/learn/assignment/assignment-screen.tsx';
import { LearnCourseScreen } from '@/features/learn/learn-course-screen.tsx';
import { LearnCoursesScreen } from '@/features/learn/learn-courses-screen.tsx';
import { LearnGradesScreen } from '@/features/learn/learn-grades-screen.tsx';
import { LearnHomeScreen } from '@/features/learn/learn-home-screen.tsx';
import { AssignmentsScreen } from '@/features/teaching/assignments/assignments-screen.tsx';
import { AssignmentScreen as EditorAssignmentScreen } from '@/features/teaching/assignments/editor/assignment-screen.tsx';
import { CourseHomeScreen } from '@/features/teaching/course-home/course-home-screen.tsx';
import { CourseSettingsScreen } from '@/features/teaching/course-settings/settings-screen.tsx';
import { CoursesScreen } from '@/features/teaching/courses/courses-screen.tsx';
import { DatesGridScreen } from '@/features/teaching/dates/dates-grid-screen.tsx';
import { GradebookScreen } from '@/features/teaching/gradebook/gradebook-screen.tsx';
import { GradingScreen } from '@/features/teaching/grading/grading-screen.tsx';
import { InboxScreen } from '@/features/teaching/inbox/inbox-screen.tsx';
import { MasteryScreen } from '@/features/teaching/mastery/mastery-screen.tsx';
import { ModulesScreen } from '@/features/teaching/modules/modules-screen.tsx';
import { FamilyViewScreen } from '@/features/teaching/roster/family-view-screen.tsx';
import { RosterScreen } from '@/features/teaching/roster/roster-screen.tsx';
import { RubricsScreen } from '@/features/teaching/rubrics/rubrics-screen.tsx';
import { TodayScreen } from '@/features/teaching/today/today-screen.tsx';

const id = '01900000-0000-7000-8000-0000000000f1';

/** The screens of teaching, of learning and of everybody as their pages render them; a record is any record (UXP-47). */
export const teachingScreens = {
  '/dashboard': () => <TodayScreen />,
  '/guardian/dashboard': () => <HomeScreen of="guardian" />,
  '/learn/courses/[courseId]/assignments/[assignmentId]': () => (
    <AssignmentScreen courseId={id} assignmentId={id} />
  ),
  '/learn/courses/[courseId]': () => <LearnCourseScreen courseId={id} />,
  '/learn/courses': () => <LearnCoursesScreen />,
  '/learn/dashboard': () => <LearnHomeScreen />,
  '/learn/grades': () => <LearnGradesScreen />,
  '/notifications': () => <NotificationsScreen />,
  '/settings/security': () => <SecurityScreen />,
  '/teach/courses/[courseId]/assignments/[assignmentId]/grade/[studentId]': () => (
    <GradingScreen {...{ courseId: id, assignmentId: id, studentId: id }} />
  ),
  '/teach/courses/[courseId]/assignments/[assignmentId]': () => (
    <EditorAssignmentScreen courseId={id} id={id} />
  ),
  '/teach/courses/[courseId]/assignments': () => <AssignmentsScreen courseId={id} />,
  '/teach/courses/[courseId]/dates': () => <DatesGridScreen courseId={id} />,
  '/teach/courses/[courseId]/family/[studentId]': () => <FamilyViewScreen courseId={id} studentId={id} />,
  '/teach/courses/[courseId]/gradebook': () => <GradebookScreen courseId={id} />,
  '/teach/courses/[courseId]/mastery': () => <MasteryScreen courseId={id} />,
  '/teach/courses/[courseId]/modules': () => <ModulesScreen courseId={id} />,
  '/teach/courses/[courseId]': () => <CourseHomeScreen courseId={id} />,
  '/teach/courses/[courseId]/roster': () => <RosterScreen courseId={id} />,
  '/teach/courses/[courseId]/settings': () => <CourseSettingsScreen courseId={id} />,
  '/teach/courses/[courseId]/submissions': () => <InboxScreen courseId={id} />,
  '/teach/courses': () => <CoursesScreen />,
  '/teach/rubrics': () => <RubricsScreen />,
  '/teach/submissions': () => <InboxScreen />,
} as const;
