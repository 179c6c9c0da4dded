// A small server for the browser tests: the built page with the real policy headers, the list of tracks, and a live feed that a test drives.
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Board, Delta } from '../../src/lib/feed/board.types';
import { applyDelta } from '../../src/lib/feed/merge';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

export class FeedServer {
  tracks = [{ id: 'main', name: 'Grand circuit', length_m: 650, session: null }];
  /** Addresses that the feed was asked at, and what viewers said. */
  readonly asked: string[] = [];
  readonly said: string[] = [];

  private seq = 0;
  private stream = 's1';
  private board: Board;
  private readonly http: Server;
  private readonly sockets = new WebSocketServer({ noServer: true });
  private accepts = true;

  private constructor(private readonly root: string, board: Board) {
    this.board = board;
    this.http = createServer((request, response) => this.answer(request, response));
    this.http.on('upgrade', (request, socket, head) => {
      this.asked.push(request.url ?? '');
      if (!this.accepts) return void socket.destroy();
      this.sockets.handleUpgrade(request, socket, head, (viewer) => this.welcome(viewer));
    });
  }

  static async serve(root: string, board: Board): Promise<FeedServer> {
    const server = new FeedServer(root, board);
    await new Promise<void>((ready) => server.http.listen(0, '127.0.0.1', ready));
    return server;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}`;
  }

  /** Another board at once, as after a restart of the server. */
  show(board: Board): void {
    this.board = board;
    this.stream = `${this.stream}+`;
    this.seq = 0;
    this.sendAll(this.snapshot());
  }

  /** A change, numbered. @param lost counted and not sent, as if it had got lost on its way */
  change(delta: Omit<Delta, 'type' | 'seq'>, lost = false): void {
    this.seq += 1;
    const message: Delta = { type: 'delta', seq: this.seq, ...delta };
    this.board = applyDelta(this.board, message);
    if (!lost) this.sendAll(JSON.stringify(message));
  }

  /** Cuts all viewers off, and lets nobody in until told. */
  goAway(): void {
    this.accepts = false;
    for (const viewer of this.sockets.clients) viewer.terminate();
  }

  comeBack(): void {
    this.accepts = true;
  }

  async close(): Promise<void> {
    this.goAway();
    this.http.closeAllConnections();
    await new Promise((closed) => this.http.close(closed));
  }

  private snapshot(): string {
    return JSON.stringify({ type: 'snapshot', seq: this.seq, stream: this.stream, board: this.board });
  }

  private sendAll(text: string): void {
    for (const viewer of this.sockets.clients) viewer.send(text);
  }

  private welcome(viewer: WebSocket): void {
    viewer.send(this.snapshot());
    viewer.on('message', (data) => {
      this.said.push(String(data));
      viewer.send(this.snapshot());
    });
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    response.setHeader('Content-Security-Policy', "default-src 'self'; frame-ancestors 'none'; base-uri 'none'");
    response.setHeader('X-Content-Type-Options', 'nosniff');
    // The boards have a time of their own.
    response.sendDate = false;
    if (path === '/api/v1/tracks') {
      response.setHeader('Content-Type', 'application/json');
      return void response.end(JSON.stringify({ items: this.tracks }));
    }
    const file = extname(path) === '' ? '/index.html' : path;
    try {
      const bytes = readFileSync(join(this.root, file));
      response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream');
      response.end(bytes);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  }
}
