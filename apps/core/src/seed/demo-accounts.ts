/** One password for all demo people; the seed refuses to run in production (OPS-130). */
export const demoPassword = 'chalk-and-paper';

export interface DemoAccount {
  tenant: string;
  /** Role key; the launcher prints one account per role of the first tenant. */
  role: string;
  email: string | null;
  username: string | null;
  given_name: string;
  family_name: string;
  pronounced_as?: string;
  /** Keys of the schools they belong to; none means the whole tenant. */
  schools: readonly string[];
  grade_level?: string;
}

const riverbend = { tenant: 'riverbend', username: null } as const;
const miradores = { tenant: 'miradores', username: null } as const;

export const demoAccounts: readonly DemoAccount[] = [
  {
    ...riverbend,
    role: 'district_admin',
    email: 'district@riverbend.example',
    given_name: 'Ingrid',
    family_name: 'Sandoval',
    schools: [],
  },
  {
    ...riverbend,
    role: 'admin',
    email: 'admin@riverbend.example',
    given_name: 'Marcus',
    family_name: 'Oyelaran',
    pronounced_as: 'MAR-kus oh-yeh-LA-ran',
    schools: ['high'],
  },
  {
    ...riverbend,
    role: 'curriculum_lead',
    email: 'lead@riverbend.example',
    given_name: 'Helena',
    family_name: 'Brandt',
    schools: ['high', 'middle'],
  },
  {
    ...riverbend,
    role: 'teacher',
    email: 'teacher@riverbend.example',
    given_name: 'Amelia',
    family_name: 'Mercer',
    schools: ['high'],
  },
  {
    ...riverbend,
    role: 'student',
    email: null,
    username: 'ada.okafor',
    given_name: 'Ada',
    family_name: 'Okafor',
    pronounced_as: 'AH-dah oh-KAH-for',
    schools: ['high'],
    grade_level: '9',
  },
  {
    ...riverbend,
    role: 'guardian',
    email: 'guardian@riverbend.example',
    given_name: 'Ngozi',
    family_name: 'Okafor',
    schools: [],
  },
  {
    ...riverbend,
    role: 'teacher',
    email: 'two.schools@riverbend.example',
    given_name: 'Ravi',
    family_name: 'Iyer',
    schools: ['high', 'middle'],
  },
  {
    ...miradores,
    role: 'admin',
    email: 'direccion@miradores.example',
    given_name: 'Pilar',
    family_name: 'Cifuentes',
    schools: [],
  },
  {
    ...miradores,
    role: 'teacher',
    email: 'docente@miradores.example',
    given_name: 'Joaquín',
    family_name: 'Beltrán',
    schools: ['miradores'],
  },
];

/** The demo guardian's children, in two schools of the district. */
export const demoChildren: readonly DemoAccount[] = [
  {
    ...riverbend,
    role: 'student',
    email: null,
    username: 'obi.okafor',
    given_name: 'Obi',
    family_name: 'Okafor',
    schools: ['elementary'],
    grade_level: '3',
  },
];
