import { option, section, words } from './words.ts';

export const relatedConcepts = section(
  'related_concepts',
  'list',
  words('Related concepts', 'Conceptos relacionados', 'Concepts connexes', 'المفاهيم ذات الصلة'),
  words(
    'Two or three from the discipline itself. They give the big idea something to hold on to.',
    'Dos o tres de la propia disciplina. Dan a la gran idea algo a lo que agarrarse.',
    'Deux ou trois, propres à la discipline. Ils donnent prise à la grande idée.',
    'مفهومان أو ثلاثة من المادة نفسها، تمنح الفكرة الكبرى ما تتمسك به.',
  ),
  { max: 8 },
);

export const approachesToLearning = section(
  'approaches_to_learning',
  'choices',
  words(
    'Approaches to learning',
    'Enfoques del aprendizaje',
    'Approches de l’apprentissage',
    'أساليب التعلّم',
  ),
  words(
    'Only those you will teach on purpose in this unit, with time set aside. Practising one by accident does not count.',
    'Solo los que enseñarás a propósito y con tiempo reservado. Practicarlos por casualidad no cuenta.',
    'Seulement celles que vous enseignerez exprès, avec du temps prévu. Les exercer par hasard ne compte pas.',
    'ما ستعلّمه عن قصد فقط وبوقت مخصص. الممارسة العرضية لا تُحسب.',
  ),
  {
    max: 5,
    options: [
      option('thinking', words('Thinking', 'Pensamiento', 'Réflexion', 'التفكير')),
      option('research', words('Research', 'Investigación', 'Recherche', 'البحث')),
      option('communication', words('Communication', 'Comunicación', 'Communication', 'التواصل')),
      option('social', words('Social', 'Sociales', 'Sociales', 'المهارات الاجتماعية')),
      option('self_management', words('Self-management', 'Autogestión', 'Autogestion', 'إدارة الذات')),
    ],
  },
);

export const atlDetail = section(
  'approaches_detail',
  'rich_text',
  words('How these are taught', 'Cómo se enseñan', 'Comment elles sont enseignées', 'كيف تُعلَّم'),
  words(
    'Name the moment: who shows the skill, when students try it, how they notice that they got better at it.',
    'Nombra el momento: quién la muestra, cuándo la prueban y cómo notan que mejoran.',
    'Nommez le moment : qui montre, quand les élèves essaient, comment ils voient leurs progrès.',
    'حدّد اللحظة: من يعرض المهارة، ومتى يجربها الطلاب، وكيف يلاحظون تحسّنهم.',
  ),
  { audience: 'teacher' },
);

export const learnerAttributes = section(
  'learner_attributes',
  'choices',
  words('Learner attributes', 'Atributos del alumnado', 'Qualités de l’apprenant', 'سمات المتعلّم'),
  words(
    'One or two that this inquiry really asks for. Say aloud when you see them.',
    'Uno o dos que la indagación pida de verdad. Dilo en voz alta cuando los veas.',
    'Une ou deux que cette recherche demande vraiment. Dites-le quand vous les voyez.',
    'سمة أو اثنتان يتطلبهما هذا الاستقصاء فعلًا. اذكرها بصوت مسموع حين تراها.',
  ),
  {
    max: 4,
    audience: 'student',
    options: [
      option('inquirer', words('Curious', 'Curioso', 'Curieux', 'متسائل')),
      option('knowledgeable', words('Knowledgeable', 'Informado', 'Informé', 'مطّلع')),
      option('thinker', words('Thoughtful', 'Pensador', 'Réfléchi', 'مفكّر')),
      option('communicator', words('Communicative', 'Comunicador', 'Communicatif', 'متواصل')),
      option('principled', words('Fair', 'Íntegro', 'Intègre', 'صاحب مبدأ')),
      option('open_minded', words('Open-minded', 'De mentalidad abierta', 'Ouvert d’esprit', 'منفتح')),
      option('caring', words('Caring', 'Solidario', 'Altruiste', 'مهتم بالآخرين')),
      option('risk_taker', words('Courageous', 'Audaz', 'Audacieux', 'شجاع')),
      option('balanced', words('Balanced', 'Equilibrado', 'Équilibré', 'متوازن')),
      option('reflective', words('Reflective', 'Reflexivo', 'Capable de recul', 'متأمل')),
    ],
  },
);
