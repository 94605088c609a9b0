/** The two organisations of the demo: a district of three schools and an independent school elsewhere. */
export interface DemoSchool {
  key: string;
  name: string;
  code: string;
  address: string;
  time_zone: string;
  grades: readonly string[];
  students_per_grade: number;
  teachers: number;
}

export interface DemoTenant {
  key: string;
  name: string;
  slug: string;
  kind: 'school' | 'district';
  locale: 'en' | 'es';
  time_zone: string;
  mail_domain: string;
  schools: readonly DemoSchool[];
}

export const demoTenants: readonly DemoTenant[] = [
  {
    key: 'riverbend',
    name: 'Riverbend School District',
    slug: 'riverbend',
    kind: 'district',
    locale: 'en',
    time_zone: 'America/New_York',
    mail_domain: 'riverbend.example',
    schools: [
      {
        key: 'high',
        name: 'Riverbend High School',
        code: 'RHS',
        address: '400 Ferry Road, Riverbend',
        time_zone: 'America/New_York',
        grades: ['9', '10', '11', '12'],
        students_per_grade: 105,
        teachers: 32,
      },
      {
        key: 'middle',
        name: 'Maple Street Middle School',
        code: 'MSM',
        address: '12 Maple Street, Riverbend',
        time_zone: 'America/New_York',
        grades: ['6', '7', '8'],
        students_per_grade: 72,
        teachers: 20,
      },
      {
        key: 'elementary',
        name: 'Oak Hill Elementary School',
        code: 'OHE',
        address: '7 Oak Hill Lane, Fairmont',
        time_zone: 'America/Chicago',
        grades: ['K', '1', '2', '3', '4', '5'],
        students_per_grade: 36,
        teachers: 18,
      },
    ],
  },
  {
    key: 'miradores',
    name: 'Colegio Miradores',
    slug: 'miradores',
    kind: 'school',
    locale: 'es',
    time_zone: 'Europe/Madrid',
    mail_domain: 'miradores.example',
    schools: [
      {
        key: 'miradores',
        name: 'Colegio Miradores',
        code: 'MIR',
        address: 'Calle de los Olmos 21, Salamanca',
        time_zone: 'Europe/Madrid',
        grades: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
        students_per_grade: 14,
        teachers: 16,
      },
    ],
  },
];
