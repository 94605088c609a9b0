import type { CourseSettings } from '@k12/contracts/teaching/course-settings';
import type { GradebookSettings } from '@k12/contracts/teaching/totals';
import type { ReactNode } from 'react';

export interface PartProps {
  courseId: string;
  shown: GradebookSettings;
  disabled: boolean;
  /** Saved as it is chosen. */
  save: (changes: Partial<CourseSettings>) => void;
}

export function Part({ title, about, children }: { title: string; about?: string; children: ReactNode }) {
  return (
    <section className="grid gap-4">
      <div>
        <h2 className="text-large font-semibold">{title}</h2>
        {about && <p className="text-small text-ink-2">{about}</p>}
      </div>
      {children}
    </section>
  );
}
