// Vite plugin: puts the letters that the page uses from Debian's fonts into small woff2 files. Where a font is not installed its family
// is left to the viewer's own fonts and the fall-backs of the tokens; the build says so and goes on.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import subsetFont from 'subset-font';

const inter = '/usr/share/fonts/opentype/inter/';
const roboto = '/usr/share/fonts/truetype/roboto/unhinted/';

/** @param {number} from @param {number} to */
const range = (from, to) => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, step) => from + step));

// Latin of all languages we are prepared for, and the signs of the catalogues.
const words = range(0x20, 0x7e) + range(0xa0, 0x17f) + '‘’“”–—…€−·\u2009\u202f';
const figures = range(0x20, 0x7e) + 'àâçèéêëîïôöùûüäßñáíóúõãœæÀÉÈÊÇ–—−·\u00a0\u202f';

const faces = [
  { family: 'Inter', weight: 400, file: `${inter}Inter-Regular.otf`, letters: words },
  { family: 'Inter', weight: 500, file: `${inter}Inter-Medium.otf`, letters: words },
  { family: 'Inter', weight: 600, file: `${inter}Inter-SemiBold.otf`, letters: words },
  { family: 'Inter', weight: 700, file: `${inter}Inter-Bold.otf`, letters: 'PG' },
  { family: 'Roboto', weight: 400, file: `${roboto}RobotoTTF/Roboto-Regular.ttf`, letters: figures },
  { family: 'Roboto', weight: 500, file: `${roboto}RobotoTTF/Roboto-Medium.ttf`, letters: figures },
  { family: 'Roboto Condensed', weight: 400, file: `${roboto}RobotoCondensed-Regular.ttf`, letters: '/0123456789' },
  { family: 'Roboto Condensed', weight: 700, file: `${roboto}RobotoCondensed-Bold.ttf`, letters: figures },
];

/** @returns {import('vite').Plugin} */
export function subsetFonts() {
  return {
    name: 'chicane-subset-fonts',
    apply: 'build',
    transformIndexHtml: () => [{ tag: 'link', attrs: { rel: 'stylesheet', href: '/fonts.css' }, injectTo: 'head' }],
    async generateBundle() {
      const rules = [];
      for (const face of faces) {
        if (!existsSync(face.file)) {
          this.warn(`${face.file} is not there: ${face.family} ${face.weight} is left to the viewer's fonts`);
          continue;
        }
        const source = await subsetFont(readFileSync(face.file), face.letters, { targetFormat: 'woff2' });
        // The server lets browsers keep what is below assets/ for a year, so a name changes with its letters.
        const hash = createHash('sha256').update(source).digest('hex').slice(0, 8);
        const name = `assets/${face.family.toLowerCase().replace(' ', '-')}-${face.weight}-${hash}.woff2`;
        this.emitFile({ type: 'asset', fileName: name, source });
        rules.push(`@font-face { font-family: "${face.family}"; font-weight: ${face.weight}; font-display: swap; src: url("/${name}") format("woff2"); }`);
      }
      this.emitFile({ type: 'asset', fileName: 'fonts.css', source: rules.join('\n') + '\n' });
    },
  };
}
