import { tex2typst } from 'tex2typst';

/** What the converter may produce: anything else could name a file, a function or code of the typesetter. */
const safeMath = /^[\p{L}\p{N}\s+\-*/=<>|.,:;!?'()[\]{}^_&%~∀-⋿"\\]*$/u;

/**
 * TeX as people type it, to the typesetter's own notation; undefined when it cannot be converted or would not be
 * plain math, and the formula is then printed as it was typed.
 */
export function convertMath(tex: string): string | undefined {
  if (tex.length > 2_000) return undefined;
  try {
    const converted = tex2typst(tex);
    return safeMath.test(converted) ? converted : undefined;
  } catch {
    return undefined;
  }
}
