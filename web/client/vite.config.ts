import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { installedApp } from './tools/installedApp.js';
import { subsetFonts } from './tools/subsetFonts.js';

// `npm run dev` beside a running server: CHICANE_SERVER says where it is.
const server = process.env['CHICANE_SERVER'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [svelte(), installedApp(), subsetFonts()],
  build: {
    outDir: process.env['CHICANE_WEB_OUT'] ?? '../../build/web',
    emptyOutDir: true,
    // Nothing is put into the page itself: its policy allows files of its own origin only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { fs: { allow: ['..'] }, proxy: { '/api': { target: server, ws: true } } },
});
