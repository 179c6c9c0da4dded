// The page beside the built server: nothing of the two is made for the test but the field that drives.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFaults, openPage, picture, startBrowser } from './browser';
import { builtPage } from './builtPage';
import { Centre, program } from './centre';

describe.skipIf(program === null)('the page of a real centre', () => {
  let browser: Browser;
  let centre: Centre;
  let page: Page;
  let faults: string[];

  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    centre = new Centre(builtPage());
    await centre.start();
    faults = [];
    page = await openPage(browser, centre.address, { size: 'desktop', time: 'real' }, faults);
  });
  afterEach(async () => {
    await page?.context().close();
    await centre.remove();
  });

  /** The most laps that a row says. */
  const laps = async (): Promise<number> => Math.max(0, ...(await page.locator('tbody td:nth-child(4)').allTextContents()).map(Number));
  const until = (condition: () => Promise<boolean>): Promise<void> => expect.poll(condition, { timeout: 25_000, interval: 100 }).toBe(true);

  it('fills as karts cross the line, and goes on', async () => {
    await until(async () => (await laps()) >= 2);
    const before = await laps();
    await until(async () => (await laps()) > before);
    await page.getByText('live,').waitFor();
    await picture(page, 'desktop-real-centre');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('says that its data is old when the server is killed, and finds it again by itself', async () => {
    await until(async () => (await laps()) >= 2);
    const before = await laps();
    await centre.kill();
    await page.getByText('again in').waitFor();
    expect(await laps()).toBeGreaterThanOrEqual(before);
    await centre.start();
    await page.getByText('live,').waitFor({ timeout: 25_000 });
    await until(async () => (await laps()) > before);
  });
});
