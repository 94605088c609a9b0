import {
  type UserImportField,
  type UserImportMapping,
  userImportFields,
} from '@k12/contracts/identity/user-imports';

/** Headers in use, letters and digits alone; the first of each is the name of the field (PRV-53). */
const headers: Readonly<Record<UserImportField, readonly string[]>> = {
  given_name: [
    'givenname',
    'firstname',
    'first',
    'forename',
    'nombre',
    'prénom',
    'prenom',
    'الاسمالأول',
    'الاسم',
  ],
  family_name: [
    'familyname',
    'lastname',
    'last',
    'surname',
    'apellido',
    'apellidos',
    'nom',
    'nomdefamille',
    'اسمالعائلة',
  ],
  preferred_name: ['preferredname', 'nickname', 'knownas', 'nombrepreferido', 'nomusuel', 'الاسمالمفضل'],
  email: [
    'email',
    'emailaddress',
    'mail',
    'correo',
    'correoelectrónico',
    'courriel',
    'adresseemail',
    'البريدالإلكتروني',
  ],
  username: [
    'username',
    'login',
    'usuario',
    'nombredeusuario',
    'identifiant',
    'nomdutilisateur',
    'اسمالمستخدم',
  ],
  role: ['role', 'kind', 'rol', 'rôle', 'الدور'],
  school_code: [
    'schoolcode',
    'school',
    'códigodelaescuela',
    'escuela',
    'école',
    'codedelécole',
    'رمزالمدرسة',
    'المدرسة',
  ],
  grade_level: ['gradelevel', 'grade', 'year', 'grado', 'niveau', 'classe', 'الصف'],
  number: ['number', 'studentnumber', 'staffnumber', 'studentid', 'número', 'numéro', 'matricule', 'الرقم'],
  external_id: ['externalid', 'sourcedid', 'sisid', 'id'],
  birth_date: [
    'birthdate',
    'dateofbirth',
    'dob',
    'birthday',
    'fechadenacimiento',
    'datedenaissance',
    'تاريخالميلاد',
  ],
  language: ['language', 'locale', 'idioma', 'langue', 'اللغة'],
};

/** A table of people never carries passwords (PRV-51). */
const passwords = new Set(['password', 'passwort', 'contraseña', 'motdepasse', 'كلمةالمرور', 'pwd']);

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

export function namesPassword(header: readonly string[]): boolean {
  return header.some((name) => passwords.has(plain(name)));
}

/** Each field's column by its header; what a person chose goes first. */
export function mapPeopleColumns(header: readonly string[], chosen: UserImportMapping): UserImportMapping {
  const known = header.map(plain);
  const byName = (field: UserImportField) => {
    const at = headers[field].map((name) => known.indexOf(name)).find((found) => found >= 0);
    return at === undefined ? null : (header[at] ?? null);
  };
  const mapping: UserImportMapping = {};
  for (const field of userImportFields) {
    const given = chosen[field];
    mapping[field] =
      given === undefined ? byName(field) : given !== null && header.includes(given) ? given : null;
  }
  return mapping;
}

/** How the roles every school has are written in tables, letters alone. */
const roleWords: Readonly<Record<string, readonly string[]>> = {
  student: [
    'student',
    'pupil',
    'learner',
    'alumno',
    'alumna',
    'estudiante',
    'élève',
    'eleve',
    'طالب',
    'طالبة',
  ],
  teacher: [
    'teacher',
    'staff',
    'profesor',
    'profesora',
    'docente',
    'maestro',
    'maestra',
    'enseignant',
    'enseignante',
    'professeur',
    'معلم',
    'معلمة',
  ],
  guardian: ['guardian', 'parent', 'tutor', 'tutora', 'padre', 'madre', 'responsable', 'وليأمر'],
  curriculum_lead: ['curriculumlead', 'lead', 'coordinator'],
  admin: ['admin', 'administrator', 'schooladmin'],
};

export interface KnownRole {
  id: string;
  key: string;
  name: string;
}

/** By its key, its name, or a usual word for it. */
export function roleNamed(text: string, roles: readonly KnownRole[]): KnownRole | undefined {
  const word = plain(text);
  const key = Object.entries(roleWords).find(([, words]) => words.includes(word))?.[0];
  return roles.find((role) => plain(role.key) === word || plain(role.name) === word || role.key === key);
}
