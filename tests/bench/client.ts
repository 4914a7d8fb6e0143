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

  /** @returns bytes of the answer */
  async post(path: string, body: FormData | URLSearchParams): Promise<number> {
    const headers = { origin: this.server.url, 'hx-request': 'true' };
    const answer = await fetch(this.address(path), { method: 'POST', body, headers });
    return this.read(answer, path);
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
