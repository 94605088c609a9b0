import type { SubjectStandards } from './standards-catalogue.ts';

/** Of the school that teaches in Spanish. */
export const ciencias: SubjectStandards = {
  code: 'C',
  subject: 'Ciencias',
  domains: {
    MA: 'La materia y sus cambios',
    FE: 'Fuerzas y energía',
    VI: 'Los seres vivos',
    IN: 'Investigar y comunicar',
  },
  grades: {
    6: {
      MA: [
        'Comparar sólidos, líquidos y gases con un modelo de partículas.',
        'Explicar un cambio de estado con medidas de temperatura.',
      ],
      FE: [
        'Describir un movimiento con un dibujo, una tabla y una gráfica.',
        'Seguir la energía de un aparato de casa de una forma a otra.',
      ],
      VI: [
        'Observar células al microscopio y dibujar lo que se ve.',
        'Explicar cómo trabajan juntos dos órganos del cuerpo.',
      ],
      IN: [
        'Formular una pregunta que se pueda responder con medidas.',
        'Anotar observaciones de modo que otros puedan repetirlas.',
      ],
    },
    7: {
      MA: [
        'Distinguir sustancias puras y mezclas por sus propiedades.',
        'Medir masa y volumen y calcular la densidad.',
      ],
      FE: [
        'Explicar con el calor por qué un objeto se enfría o se calienta.',
        'Comparar conductores y aislantes en una prueba justa.',
      ],
      VI: [
        'Representar una red alimentaria y predecir qué pasa si falta una especie.',
        'Relacionar la forma de una planta con el lugar en que vive.',
      ],
      IN: [
        'Controlar las variables de un experimento y justificar cuáles.',
        'Elegir la gráfica que mejor muestra unos datos.',
      ],
    },
    8: {
      MA: [
        'Separar una mezcla y explicar en qué propiedad se apoya cada paso.',
        'Medir el pH de una disolución y decir con qué seguridad.',
      ],
      FE: [
        'Representar con flechas las fuerzas que actúan sobre un objeto.',
        'Relacionar la fuerza, la masa y el cambio de movimiento.',
      ],
      VI: [
        'Explicar cómo llegan el oxígeno y los nutrientes a una célula.',
        'Reunir pruebas de cómo el agua limpia cuida la salud.',
      ],
      IN: [
        'Planear un experimento en el que cambia una sola variable.',
        'Escribir un informe con pruebas que entienda quien no estuvo.',
      ],
    },
    9: {
      MA: [
        'Ajustar una reacción y explicar por qué se conserva la masa.',
        'Predecir propiedades con la tabla periódica.',
      ],
      FE: [
        'Calcular el trabajo y la potencia de una máquina sencilla.',
        'Construir un circuito y explicar el reparto de la corriente.',
      ],
      VI: [
        'Explicar cómo se heredan rasgos con un modelo de los genes.',
        'Defender con datos cómo cambia una población con el tiempo.',
      ],
      IN: [
        'Estimar el error de una medida y reducirlo.',
        'Valorar si una fuente apoya de verdad lo que afirma.',
      ],
    },
    10: {
      MA: [
        'Explicar la velocidad de una reacción con choques de partículas.',
        'Calcular cantidades de sustancia en una reacción.',
      ],
      FE: [
        'Predecir un movimiento con las leyes de la dinámica.',
        'Comparar fuentes de energía con criterios y datos propios.',
      ],
      VI: [
        'Modelar el ciclo del carbono y el efecto de las personas en él.',
        'Explicar cómo responde el cuerpo a una infección.',
      ],
      IN: [
        'Diseñar una investigación de varias semanas y revisarla.',
        'Defender una conclusión ante preguntas y señalar sus límites.',
      ],
    },
  },
};
