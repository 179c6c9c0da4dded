// A real centre for the browser: the built `chicane serve` with a simulated track fifty times as fast as life, started and killed at will.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The built program; null where nobody says which: a page can be worked on without it. */
export const program = process.env['CHICANE_PROGRAM'] ?? null;

/** port 0: any. After a restart the page must find its server where it was, so the second start names the port of the first. */
const configuration = (port: number): string => `
[web]
listen = "127.0.0.1:${port}"
[rmonitor]
listen = "127.0.0.1:0"
[[track]]
id = "main"
name = "Grand circuit"
length_m = 650
min_lap_ms = 15000
[[track.decoder]]
id = "sf"
uri = "sim:?protocol=p3&karts=8&seed=7&speed=50"
`;

export class Centre {
  private readonly folder = mkdtempSync(join(tmpdir(), 'chicane-centre-'));
  private child: ChildProcess | null = null;
  private port = 0;

  constructor(private readonly web: string) {}

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const file = join(this.folder, 'chicane.toml');
    writeFileSync(file, configuration(this.port));
    const child = spawn(program ?? '', ['serve', '--config', file, '--data', join(this.folder, 'data'), '--web', this.web], { stdio: ['ignore', 'pipe', 'ignore'] });
    this.child = child;
    for await (const line of createInterface(child.stdout)) {
      const ready = /^ready web=127\.0\.0\.1:(\d+)/.exec(line);
      if (!ready) continue;
      this.port = Number(ready[1]);
      return;
    }
    throw new Error('the centre ended before it was ready');
  }

  /** As by a power cut: nothing is said to anybody. */
  async kill(): Promise<void> {
    const { child } = this;
    this.child = null;
    if (!child) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
