/** What a tenant's colour becomes: readable as text, as a button and as an edge, in light and in dark (UXP-26). */
export type BrandColours = {
  light: string;
  dark: string;
  onLight: string;
  onDark: string;
  /** The colour had to be changed to be readable. */
  adjusted: boolean;
};

type Rgb = readonly [number, number, number];

const lightGround: Rgb = [245, 243, 237];
const darkGround: Rgb = [32, 38, 34];
const white: Rgb = [255, 255, 255];
const black: Rgb = [13, 18, 15];

function parse(hex: string): Rgb | undefined {
  const long = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex.trim());
  if (!long) return undefined;
  return [
    Number.parseInt(long[1] ?? '', 16),
    Number.parseInt(long[2] ?? '', 16),
    Number.parseInt(long[3] ?? '', 16),
  ];
}

function write(colour: Rgb): string {
  return `#${colour.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
}

function luminance(colour: Rgb): number {
  const [r = 0, g = 0, b = 0] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: Rgb, b: Rgb): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return (high + 0.05) / (low + 0.05);
}

/** Goes towards black or white in small steps until it can be read on the ground, keeping as much of the hue as it can. */
function readable(colour: Rgb, ground: Rgb, towards: Rgb): Rgb {
  for (let step = 0; step <= 50; step += 1) {
    const share = step / 50;
    const mixed = colour.map((value, at) => value + ((towards[at] ?? 0) - value) * share) as unknown as Rgb;
    if (contrast(mixed, ground) >= 4.5) return mixed;
  }
  return towards;
}

function textOn(colour: Rgb): Rgb {
  return contrast(colour, white) >= contrast(colour, black) ? white : black;
}

/** Undefined when the text is not a colour of the form #rrggbb. */
export function brandColours(hex: string): BrandColours | undefined {
  const asked = parse(hex);
  if (!asked) return undefined;
  const light = readable(asked, lightGround, black);
  const dark = readable(asked, darkGround, white);
  return {
    light: write(light),
    dark: write(dark),
    onLight: write(textOn(light)),
    onDark: write(textOn(dark)),
    adjusted: write(light) !== write(asked),
  };
}

/** The declarations that put a brand in the place of the accent; status colours stay what they are. */
export function brandStyles(hex: string): string {
  const brand = brandColours(hex);
  if (!brand) return '';
  const { light, dark, onLight, onDark } = brand;
  const board = `light-dark(${light},${dark})`;
  return [
    ':root,[data-theme]{',
    `--board:${board};`,
    `--on-board:light-dark(${onLight},${onDark});`,
    `--board-hover:color-mix(in oklab,${board} 88%,light-dark(#000,#fff));`,
    `--board-tint:color-mix(in oklab,${board} 12%,var(--paper));`,
    `--board-line:color-mix(in oklab,${board} 35%,var(--paper));`,
    '}',
  ].join('');
}
