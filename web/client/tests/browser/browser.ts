// A Chromium, pages in the sizes that count, pictures and the accessibility check.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { now_ms } from './field';

const executablePath = process.env['CHICANE_CHROMIUM'] ?? '/usr/bin/chromium';
const pictures = process.env['CHICANE_SCREENS'] ?? fileURLToPath(new URL('../../../../build/screens', import.meta.url));
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const sizes = {
  phone: { width: 390, height: 844 },
  small: { width: 320, height: 640 },
  lying: { width: 844, height: 390 },
  tablet: { width: 768, height: 1024 },
  wideTablet: { width: 1180, height: 820 },
  laptop: { width: 1366, height: 768 },
  desktop: { width: 1440, height: 900 },
} as const;

export type Size = keyof typeof sizes;

/** Those that are used with a finger. */
export const touched = (size: Size): boolean => size !== 'desktop' && size !== 'laptop';

export interface Look {
  size: Size;
  language?: 'en' | 'fr';
  sun?: boolean;
  reducedMotion?: boolean;
  /** stands: at the time of the boards, so that a picture is the same each time. moves: from there on, and a test can wind it.
      real: the browser's own, beside a real server. */
  time?: 'stands' | 'moves' | 'real';
}

export async function startBrowser(): Promise<Browser> {
  mkdirSync(pictures, { recursive: true });
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}

/** Opens an address; what the page logs as an error, or its policy forbids, lands in `faults`. */
export async function openPage(browser: Browser, address: string, look: Look, faults: string[]): Promise<Page> {
  const context = await browser.newContext({
    viewport: sizes[look.size], locale: look.language === 'fr' ? 'fr-FR' : 'en-GB', timezoneId: 'Europe/Paris', bypassCSP: false,
    reducedMotion: look.reducedMotion ? 'reduce' : 'no-preference', hasTouch: touched(look.size),
  });
  if (look.sun) await context.addInitScript(() => localStorage.setItem('chicane.theme', '"sun-contrast"'));
  const page = await context.newPage();
  if (look.time === 'moves') await page.clock.install({ time: now_ms + 400 });
  else if (look.time !== 'real') await page.clock.setFixedTime(now_ms + 400);
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(address);
  return page;
}

export async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(pictures, `live-${name}.png`), animations: 'disabled' });
}

/** Rules of axe that the page breaks, as text; empty when it is clean. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // By the debugger, not as a script of the page: its policy would forbid that, rightly.
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Runtime.evaluate', { expression: axeSource });
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> } };
    const { violations } = await axe.run();
    return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html} ${node.failureSummary ?? ''}`));
  });
}

/** What is to be touched and is smaller than a finger; a driver's name is touched anywhere on its row. */
export async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const finger_px = 44;
    return [...document.querySelectorAll('button, a')].flatMap((target) => {
      const { width, height } = (target.closest('tr') ?? target).getBoundingClientRect();
      return width >= finger_px && height >= finger_px ? [] : [`${target.textContent?.trim()}: ${width} × ${height}`];
    });
  });
}

/** Figures and tags of the board that are cut at the edge of their cell: a word may end in an ellipsis, a number may not. */
export async function cutFigures(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('td .num, td .num > *, td .plate')].flatMap((figure) => {
      const cell = figure.closest('td')?.getBoundingClientRect();
      const { right, top } = figure.getBoundingClientRect();
      return cell && top < cell.bottom && right > cell.right + 0.5 ? [`${figure.textContent?.trim()}: ${right - cell.right} px`] : [];
    }),
  );
}

/** No part of the page is wider than the screen. */
export async function overflows(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}
