import { Tokenizer, TokenType } from '@streamparser/json';
import { UnreadableFile } from './import-problems.ts';

export type JsonObject = { [key: string]: unknown };

export interface ElementSink {
  /** Arrays under this key are handed out element by element instead of being kept. */
  isElementList(key: string): boolean;
  onElement(list: string, index: number, value: unknown, owner: JsonObject): void;
}

interface Frame {
  value: JsonObject | unknown[];
  /** Name of the list whose elements are handed out; null for what is kept. */
  list: string | null;
  owner: JsonObject | null;
  count: number;
  key: string | null;
}

const maxDepth = 64;

/**
 * Reads JSON of any size with the memory of its largest element: the long lists of a package are handed out
 * piece by piece, everything else is kept and returned (PLN-77).
 */
export class JsonElements {
  readonly #tokenizer = new Tokenizer();
  readonly #sink: ElementSink;
  readonly #stack: Frame[] = [];
  #root: unknown;
  #done = false;
  /** Characters that no database text can hold were taken out. */
  cleaned_count = 0;
  offset = 0;

  constructor(sink: ElementSink) {
    this.#sink = sink;
    this.#tokenizer.onToken = ({ token, value, offset }) => {
      this.offset = offset;
      this.#take(token, value);
    };
  }

  write(chunk: string | Uint8Array): void {
    try {
      this.#tokenizer.write(chunk as string);
    } catch (error) {
      throw this.#broken(error);
    }
  }

  end(): unknown {
    try {
      // A number at the very end of a text is only known to be complete here.
      if (!this.#tokenizer.isEnded) this.#tokenizer.end();
    } catch (error) {
      throw this.#broken(error);
    }
    if (!this.#done) throw new UnreadableFile('truncated', 'The file ends in the middle of its content.');
    return this.#root;
  }

  #broken(error: unknown): UnreadableFile {
    if (error instanceof UnreadableFile) return error;
    return new UnreadableFile('broken_json', 'The file is not valid JSON.', String(this.offset));
  }

  #take(token: TokenType, value: unknown): void {
    if (this.#done)
      throw new UnreadableFile('broken_json', 'Something follows the end of the JSON.', String(this.offset));
    const top = this.#stack.at(-1);
    switch (token) {
      case TokenType.LEFT_BRACE:
        this.#open(top, Object.create(null));
        break;
      case TokenType.LEFT_BRACKET:
        this.#open(top, []);
        break;
      case TokenType.RIGHT_BRACE:
      case TokenType.RIGHT_BRACKET:
        this.#close(top, token === TokenType.RIGHT_BRACKET);
        break;
      case TokenType.COLON:
        this.#afterKey(top);
        break;
      case TokenType.COMMA:
        this.#afterValue(top);
        break;
      default:
        this.#scalar(top, token, value);
    }
  }

  // What may come next: a tokenizer alone would accept [1 2] and {,}.
  #expected: 'value' | 'key' | 'colon' | 'separator' | 'value_or_end' | 'key_or_end' = 'value';

  #expectValue(top: Frame | undefined): void {
    if (top && !Array.isArray(top.value) && top.key === null) this.#unexpected();
    if (this.#expected !== 'value' && this.#expected !== 'value_or_end') this.#unexpected();
  }

  #afterKey(top: Frame | undefined): void {
    if (!top || this.#expected !== 'colon') this.#unexpected();
    this.#expected = 'value';
  }

  #afterValue(top: Frame | undefined): void {
    if (!top || this.#expected !== 'separator') this.#unexpected();
    this.#expected = Array.isArray(top?.value) ? 'value' : 'key';
  }

  #scalar(top: Frame | undefined, token: TokenType, value: unknown): void {
    if (this.#expected === 'key' || this.#expected === 'key_or_end') {
      if (!top || token !== TokenType.STRING) this.#unexpected();
      (top as Frame).key = this.#clean(value as string);
      this.#expected = 'colon';
      return;
    }
    this.#expectValue(top);
    this.#attach(typeof value === 'string' ? this.#clean(value) : value);
  }

  #open(parent: Frame | undefined, value: JsonObject | unknown[]): void {
    this.#expectValue(parent);
    if (this.#stack.length >= maxDepth)
      throw new UnreadableFile('too_deep', 'The JSON is nested too deeply.', String(this.offset));
    const isList =
      Array.isArray(value) &&
      parent &&
      !Array.isArray(parent.value) &&
      parent.key !== null &&
      this.#sink.isElementList(parent.key);
    this.#stack.push({
      value,
      list: isList ? (parent.key as string) : null,
      owner: isList ? (parent.value as JsonObject) : null,
      count: 0,
      key: null,
    });
    this.#expected = Array.isArray(value) ? 'value_or_end' : 'key_or_end';
  }

  #close(top: Frame | undefined, isArray: boolean): void {
    const mayEnd = isArray ? 'value_or_end' : 'key_or_end';
    if (!top || Array.isArray(top.value) !== isArray) this.#unexpected();
    if (this.#expected !== 'separator' && this.#expected !== mayEnd) this.#unexpected();
    this.#stack.pop();
    this.#attach((top as Frame).value);
  }

  #attach(value: unknown): void {
    this.#expected = 'separator';
    const top = this.#stack.at(-1);
    if (!top) {
      this.#root = value;
      this.#done = true;
    } else if (top.list !== null) {
      this.#sink.onElement(top.list, top.count, value, top.owner as JsonObject);
      top.count += 1;
    } else if (Array.isArray(top.value)) {
      top.value.push(value);
    } else {
      top.value[top.key as string] = value;
      top.key = null;
    }
  }

  #clean(text: string): string {
    if (!text.includes('\u0000') && text.isWellFormed()) return text;
    this.cleaned_count += 1;
    return text.replaceAll('\u0000', '').toWellFormed();
  }

  #unexpected(): never {
    throw new UnreadableFile('broken_json', 'The file is not valid JSON.', String(this.offset));
  }
}
