// Every screen of the live page, at each size, with ordinary and with ugly data: drawn, free of axe's faults, within the screen,
// and without a word from the browser about its policy. The pictures are for people: look at them beside the design.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Board } from '../../src/lib/feed/board.types';
import { accessibilityFaults, cutFigures, openPage, overflows, picture, smallTargets, startBrowser, touched, type Look } from './browser';
import { builtPage } from './builtPage';
import { FeedServer } from './feedServer';
import { emptyBoard, finishedBoard, gridBoard, practiceBoard, raceBoard, uglyBoard } from './field';

interface Screen extends Look {
  name: string;
  board: () => Board;
  path?: string;
  /** A centre with three tracks. */
  manyTracks?: boolean;
}

const screens: Screen[] = [
  { name: 'desktop-race', size: 'desktop', board: raceBoard, path: '/?follow=ent_6' },
  { name: 'desktop-race-sun', size: 'desktop', board: raceBoard, path: '/?follow=ent_6', sun: true },
  { name: 'desktop-race-fr', size: 'desktop', board: raceBoard, path: '/?follow=ent_6', language: 'fr' },
  { name: 'desktop-practice', size: 'desktop', board: practiceBoard },
  { name: 'desktop-ugly', size: 'desktop', board: uglyBoard, path: '/?follow=ent_3' },
  { name: 'desktop-ugly-sun', size: 'desktop', board: uglyBoard, sun: true, language: 'fr' },
  { name: 'desktop-grid', size: 'desktop', board: gridBoard },
  { name: 'desktop-finished', size: 'desktop', board: finishedBoard, language: 'fr' },
  { name: 'desktop-empty', size: 'desktop', board: emptyBoard },
  { name: 'tablet-race', size: 'tablet', board: raceBoard, path: '/?follow=ent_6' },
  { name: 'tablet-ugly', size: 'tablet', board: uglyBoard, language: 'fr' },
  { name: 'wide-tablet-ugly', size: 'wideTablet', board: uglyBoard, path: '/?follow=ent_3' },
  { name: 'laptop-ugly', size: 'laptop', board: uglyBoard, path: '/?follow=ent_3', language: 'fr' },
  { name: 'lying-race', size: 'lying', board: raceBoard, path: '/?follow=ent_6' },
  { name: 'phone-race', size: 'phone', board: raceBoard, path: '/?follow=ent_6' },
  { name: 'phone-race-fr', size: 'phone', board: raceBoard, path: '/?follow=ent_6', language: 'fr' },
  { name: 'phone-practice-sun', size: 'phone', board: practiceBoard, path: '/?follow=ent_6', sun: true, language: 'fr' },
  { name: 'phone-ugly', size: 'phone', board: uglyBoard, path: '/?follow=ent_4' },
  { name: 'phone-practice', size: 'phone', board: practiceBoard, path: '/?follow=ent_11' },
  { name: 'phone-ugly-sun', size: 'phone', board: uglyBoard, sun: true, language: 'fr' },
  { name: 'phone-messages', size: 'phone', board: uglyBoard, path: '/?view=messages' },
  { name: 'phone-grid', size: 'phone', board: gridBoard, language: 'fr' },
  { name: 'phone-finished', size: 'phone', board: finishedBoard },
  { name: 'phone-empty', size: 'phone', board: emptyBoard, language: 'fr' },
  { name: 'desktop-tracks-fr', size: 'desktop', board: raceBoard, path: '/live/main?follow=ent_6', language: 'fr', manyTracks: true },
  { name: 'small-tracks-fr', size: 'small', board: practiceBoard, path: '/live/main', language: 'fr', manyTracks: true },
  { name: 'small-race', size: 'small', board: raceBoard, path: '/?follow=ent_6' },
  { name: 'small-practice', size: 'small', board: practiceBoard, language: 'fr' },
  { name: 'small-ugly', size: 'small', board: uglyBoard, language: 'fr' },
];

describe('screens', () => {
  let browser: Browser;
  let root: string;

  beforeAll(async () => {
    root = builtPage();
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  it.each(screens)('$name is whole, within the screen and clean', async (screen) => {
    const server = await FeedServer.serve(root, screen.board());
    if (screen.manyTracks) server.tracks.push({ id: 'kids', name: 'Piste enfants', length_m: 280, session: null }, { id: 'out', name: 'Extérieur', length_m: 1100, session: null });
    const faults: string[] = [];
    const page = await openPage(browser, server.address + (screen.path ?? '/'), screen, faults);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await picture(page, screen.name);
    expect(await overflows(page)).toBe(false);
    expect(await cutFigures(page)).toEqual([]);
    if (touched(screen.size)) expect(await smallTargets(page)).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
    await server.close();
  });

  it('several tracks are a list, and the address of none of them says so', async () => {
    const server = await FeedServer.serve(root, raceBoard());
    server.tracks.push({ id: 'kids', name: 'Piste enfants', length_m: 280, session: null });
    const faults: string[] = [];
    const page = await openPage(browser, server.address, { size: 'phone' }, faults);
    await page.getByRole('heading', { name: 'Choose a track' }).waitFor();
    await picture(page, 'phone-tracks');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Piste enfants' }).click();
    await page.getByRole('heading', { name: 'Heat 2' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/live/kids');
    await page.goto(`${server.address}/live/nowhere`);
    await page.getByRole('heading', { name: 'There is no track of this name' }).waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
    await server.close();
  });
});
