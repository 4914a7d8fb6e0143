import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import type { Server } from '../cli/earmark.ts';

/** Talks to a running server as a browser's page does. */
export class Client {
  constructor(
    private readonly server: Server,
    private readonly projectId: number,
  ) {}

  address(path: string): string {
    return `${this.server.url}/projects/${this.projectId}${path}`;
  }

  /** @returns bytes of the answer */
  async get(path: string, headers: Record<string, string> = {}): Promise<number> {
    return this.read(await fetch(this.address(path), { headers }), path);
  }

  async text(path: string): Promise<string> {
    const answer = await fetch(this.address(path));
    return answer.text();
  }

  /** Posts as a page does. @returns what the answer tells the page's script */
  async happened(path: string, body: URLSearchParams): Promise<Record<string, { seq?: number }>> {
    const answer = await this.send(path, body);
    await this.read(answer, path);
    return JSON.parse(answer.headers.get('hx-trigger') ?? '{}') as Record<string, { seq?: number }>;
  }

  /** @returns bytes of the answer */
  async post(path: string, body: FormData | URLSearchParams): Promise<number> {
    return this.read(await this.send(path, body), path);
  }

  private send(path: string, body: FormData | URLSearchParams): Promise<Response> {
    const headers = { origin: this.server.url, 'hx-request': 'true' };
    return fetch(this.address(path), { method: 'POST', body, headers });
  }

  /** Resident memory of the server's process, in bytes. */
  memory(): number {
    try {
      const status = readFileSync(`/proc/${this.server.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1] ?? NaN) * 1024;
    } catch {
      const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(this.server.pid)]);
      return Number(kilobytes.toString()) * 1024;
    }
  }

  private async read(answer: Response, path: string): Promise<number> {
    const body = await answer.arrayBuffer();
    if (!answer.ok)
      throw new Error(`${answer.status} ${path}: ${Buffer.from(body).toString().slice(0, 400)}`);
    return body.byteLength;
  }
}
