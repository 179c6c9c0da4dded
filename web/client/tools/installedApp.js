// Vite plugin: what a phone needs to install the page, made from web/look: manifest, icon, the browser's own colour.
import { readFileSync } from 'node:fs';

const look = new URL('../../look/', import.meta.url);

/** @returns {import('vite').Plugin} */
export function installedApp() {
  const tokens = JSON.parse(readFileSync(new URL('tokens.json', look), 'utf8'));
  const colours = tokens.color['control-dark'];
  return {
    name: 'chicane-installed-app',
    transformIndexHtml: () => [{ tag: 'meta', attrs: { name: 'theme-color', content: colours.surface }, injectTo: 'head' }],
    generateBundle() {
      const mark = readFileSync(new URL('icons/chicane-mark.svg', look), 'utf8').replace(/^<svg[^>]*>|<\/svg>\s*$/g, '');
      const icon =
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-6 -6 36 36" fill="none" stroke="${colours.text}" stroke-width="1.75" ` +
        `stroke-linecap="round" stroke-linejoin="round"><rect x="-6" y="-6" width="36" height="36" fill="${colours.surface}" stroke="none"/>${mark}</svg>`;
      const manifest = {
        name: 'Chicane live timing',
        short_name: 'Chicane',
        start_url: '/',
        display: 'standalone',
        background_color: colours.surface,
        theme_color: colours.surface,
        icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any maskable' }],
      };
      this.emitFile({ type: 'asset', fileName: 'icon.svg', source: icon });
      this.emitFile({ type: 'asset', fileName: 'manifest.webmanifest', source: JSON.stringify(manifest) });
    },
  };
}
