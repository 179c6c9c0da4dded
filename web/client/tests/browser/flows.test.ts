// What a viewer does and what the line does to him: in Chromium, on a feed that loses, stops, restarts and goes away.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { duration } from '../../../look/tokens.json';
import type { Row } from '../../src/lib/feed/board.types';
import { accessibilityFaults, openPage, picture, startBrowser, type Look } from './browser';
import { builtPage } from './builtPage';
import { FeedServer } from './feedServer';
import { clock, now_ms, raceBoard } from './field';

let browser: Browser;
let root: string;
let server: FeedServer;
let page: Page;

const open = async (look: Partial<Look> = {}, path = '/'): Promise<void> => {
  page = await openPage(browser, server.address + path, { size: 'phone', time: 'moves', ...look }, []);
  await page.getByRole('heading', { level: 1 }).waitFor();
};
const rowOf = (id: string) => page.locator(`tr[data-id="${id}"]`);
const order = (): Promise<(string | null)[]> => page.locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-id')));
const until = (condition: () => Promise<boolean> | boolean): Promise<void> => expect.poll(condition, { timeout: 8_000 }).toBe(true);

/** Writes down, from now on, how long each motion of the page lasts, ms. */
async function watchMotion(): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const seen: number[] = [];
    const animate = Element.prototype.animate;
    Element.prototype.animate = function (keyframes, options) {
      seen.push(Number(typeof options === 'object' ? options.duration : options));
      return animate.call(this, keyframes, options);
    };
    Object.assign(window, { motionSeen: seen });
  });
  return () => page.evaluate(() => (window as unknown as { motionSeen: number[] }).motionSeen);
}

/** Places 1 and 2 change: kart 22 crosses and leads. */
function overtake(): Row[] {
  const [first, second] = raceBoard().rows as [Row, Row];
  const gap = { us: 350_000, laps: 0 };
  return [
    { ...second, position: 1, laps: 13, total_us: 580_000_000, gap: { us: 0, laps: 0 }, interval: { us: 0, laps: 0 } },
    { ...first, position: 2, gap, interval: gap },
  ];
}

beforeAll(async () => {
  root = builtPage();
  browser = await startBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  server = await FeedServer.serve(root, raceBoard());
});
afterEach(async () => {
  await page?.context().close();
  await server.close();
});

describe('rows', () => {
  it('change places when the order does, and the one that crossed lightens', async () => {
    await open();
    const motion = await watchMotion();
    server.change({ rows: overtake() });
    await until(async () => (await order())[0] === 'ent_2');
    await until(async () => (await motion()).includes(duration.move));
    expect(await rowOf('ent_2').getAttribute('class')).toContain('crossed-odd');
    expect(await rowOf('ent_1').getAttribute('class')).not.toContain('crossed');
  });

  it('keep their places under a mouse that is at work, and say so', async () => {
    await open({ size: 'desktop' });
    await rowOf('ent_2').hover();
    server.change({ rows: overtake() });
    await page.getByText('order held').waitFor();
    expect((await order())[0]).toBe('ent_1');
    await page.clock.fastForward(3_000);
    await until(async () => (await order())[0] === 'ent_2');
  });

  it('do not move with motion when the system asks for none', async () => {
    await open({ reducedMotion: true });
    const motion = await watchMotion();
    server.change({ rows: overtake() });
    await until(async () => (await order())[0] === 'ent_2');
    expect((await motion()).filter((duration_ms) => duration_ms > 0)).toEqual([]);
    expect(await rowOf('ent_2').evaluate((row) => getComputedStyle(row).animationDuration)).toBe('1s');
  });
});

describe('following', () => {
  it('is a touch on the row, stays in address and browser, and finds the driver in the next session', async () => {
    await open();
    await page.getByRole('button', { name: 'Tom Baker' }).first().click();
    const bar = page.getByRole('complementary', { name: 'Followed driver' });
    await bar.getByText('to kart 8').waitFor();
    expect(new URL(page.url()).searchParams.get('follow')).toBe('ent_6');
    await page.goto(server.address);
    await bar.getByText('to kart 8').waitFor();

    const board = raceBoard();
    const rows = board.rows.map((row) => ({ ...row, id: `next_${row.id}` }));
    server.show({ ...board, session: { id: 'ses_3', name: 'Heat 3', kind: 'race', rank: 'laps', state: 'running' }, rows });
    await page.getByRole('heading', { name: 'Heat 3' }).waitFor();
    await until(async () => (await rowOf('next_ent_6').getAttribute('class'))?.includes('me') ?? false);
  });

  it.each([['Yanis Haddad', 'ent_2'], ['Ana Martin', 'ent_1']])('works by keyboard, and the focus stays with %s when the order changes', async (name, id) => {
    await open();
    await page.getByRole('button', { name }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('complementary', { name: 'Followed driver' }).waitFor();
    server.change({ rows: overtake() });
    await until(async () => (await order())[0] === 'ent_2');
    await until(() => page.evaluate((id) => document.activeElement?.closest('tr')?.dataset['id'] === id, id));
  });

  it('speaks of the followed driver alone, in one polite region', async () => {
    await open({}, '/?follow=ent_2');
    server.change({ rows: overtake() });
    const region = page.locator('[aria-live]');
    expect(await region.count()).toBe(1);
    await until(async () => /Yanis Haddad: position 1, last lap/.test((await region.textContent()) ?? ''));
  });

  it('shows the average of the laps that came while the page was open', async () => {
    await open({ size: 'desktop' }, '/?follow=ent_1');
    const leader = raceBoard().rows[0] as Row;
    server.change({ rows: [{ ...leader, laps: 13, last_us: 44_000_000, total_us: 590_000_000 }] });
    server.change({ rows: [{ ...leader, laps: 14, last_us: 45_000_000, total_us: 635_000_000 }] });
    await page.getByText('3 laps average').waitFor();
  });
});

describe('the keyboard', () => {
  /** How much of the focused row's name is behind the head or the bar of the followed driver, px. */
  const hidden_px = (): Promise<number> =>
    page.evaluate(() => {
      const name = document.activeElement?.getBoundingClientRect();
      if (!name) return Infinity;
      const head = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0;
      const bar = document.querySelector('aside')?.getBoundingClientRect().top ?? innerHeight;
      return Math.max(0, head - name.top, name.bottom - bar);
    });

  it('reaches every row, and its focus is never behind the head or the bar', async () => {
    await open({}, '/?follow=ent_6');
    const rows = await page.locator('tbody tr').count();
    const last = page.locator('tbody tr').last().getByRole('button');
    await page.locator('tbody tr').first().getByRole('button').focus();
    for (let row = 1; row < rows; row += 1) {
      await page.keyboard.press('Tab');
      expect(await hidden_px(), `row ${row + 1}, downwards`).toBe(0);
    }
    expect(await last.evaluate((button) => button === document.activeElement)).toBe(true);
    for (let row = rows - 1; row > 0; row -= 1) {
      await page.keyboard.press('Shift+Tab');
      expect(await hidden_px(), `row ${row}, upwards`).toBe(0);
    }
  });
});

describe('a phone with a notch that lies', () => {
  it('shows nothing behind the notch or the bar of the system', async () => {
    await open({ size: 'lying' }, '/?follow=ent_6');
    const insets = { top: 0, left: 47, right: 47, bottom: 21 };
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Emulation.setSafeAreaInsetsOverride' as 'Emulation.setTouchEmulationEnabled', { insets } as never);
    const bounds = (selector: string): Promise<{ left: number; right: number; bottom: number }> =>
      page.evaluate((selector) => {
        const { left, right, bottom } = (document.querySelector(selector) as Element).getBoundingClientRect();
        return { left, right: innerWidth - right, bottom: innerHeight - bottom };
      }, selector);
    for (const part of ['h1', 'td.pos', 'aside .pos', 'aside .figures']) {
      const { left, right } = await bounds(part);
      expect(left, part).toBeGreaterThanOrEqual(insets.left);
      expect(right, part).toBeGreaterThanOrEqual(insets.right);
    }
    expect((await bounds('aside button')).bottom).toBeGreaterThanOrEqual(insets.bottom);
    await picture(page, 'lying-notch');
  });
});

describe('the line', () => {
  it('asks for a snapshot when a message is missing, and shows the same board in the end', async () => {
    await open();
    server.change({ rows: overtake() }, true);
    server.change({ flag: 'yellow' });
    await until(async () => (await order())[0] === 'ent_2');
    await page.getByText('Yellow', { exact: true }).waitFor();
    expect(server.said).toEqual(['{"type":"snapshot"}']);
  });

  it.each(['phone', 'desktop'] as const)('says how old the data is when it breaks, keeps the values, and resumes where it was (%s)', async (size) => {
    await open({ size });
    server.change({ flag: 'yellow' });
    await page.getByText('Yellow', { exact: true }).waitFor();
    server.goAway();
    await page.getByText('again in').waitFor();
    await page.clock.fastForward(2_000);
    expect(await page.getByText('live,').count()).toBe(0);
    expect(await rowOf('ent_1').textContent()).toContain('Ana Martin');
    expect(await page.locator('table.stale').count()).toBe(1);
    await picture(page, `${size}-offline`);
    expect(await accessibilityFaults(page)).toEqual([]);
    server.comeBack();
    await page.clock.fastForward(9_000);
    await page.getByText('live,').waitFor();
    expect(server.asked.at(-1)).toBe('/api/v1/tracks/main/live?stream=s1&since=1');
  });

  it('asks a silent stream whether it still moves', async () => {
    await open();
    await page.clock.fastForward(9_500);
    await until(() => server.said.includes('{"type":"snapshot"}'));
    await page.getByText('live,').waitFor();
  });

  it('passes over a message that is not of the contract, and asks for the board', async () => {
    await open();
    server.change({ flag: 'purple' as 'red' });
    await until(() => server.said.length > 0);
    expect(await page.getByText('Green').count()).toBe(1);
  });
});

describe('the clock', () => {
  it('ticks by itself and changes its words under two minutes', async () => {
    await open();
    server.change({ clock: clock({ remaining_us: 121_500_000, as_of_ms: now_ms }) });
    await page.getByText('to go').waitFor();
    await page.clock.fastForward(2_000);
    await page.getByText('last 2 min').waitFor();
    expect(await page.getByRole('timer').textContent()).toMatch(/01:5\d/);
  });

  it('is right on a phone whose own clock is an hour wrong', async () => {
    await open();
    server.change({ clock: clock({ remaining_us: 300_500_000, as_of_ms: now_ms - 3_600_000 }) });
    await until(async () => /0(5:00|4:5\d)/.test((await page.getByRole('timer').textContent()) ?? ''));
  });
});

describe('choices', () => {
  it('language and theme are switched, and remembered', async () => {
    await open();
    await page.getByRole('button', { name: 'Français' }).click();
    await page.getByText('Piste verte').waitFor();
    await page.getByRole('button', { name: 'Fort contraste pour le soleil' }).click();
    await page.reload();
    await page.getByText('Piste verte').waitFor();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('sun-contrast');
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
  });

  it('what a browser remembers of another version does no harm', async () => {
    await open();
    await page.evaluate(() => {
      localStorage.setItem('chicane.theme', '"pink"');
      localStorage.setItem('chicane.language', '{');
      localStorage.setItem('chicane.follow.main', '{"id":7}');
    });
    await page.reload();
    await page.getByText('Ana Martin').first().waitFor();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('control-dark');
  });
});
