import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { City } from '../city.ts';

/** `/healthz` (the process lives), `/readyz` (the database answers), `/metrics` for Prometheus. */
export function healthRoutes(app: FastifyInstance, city: City): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  waitingWork(registry, city);
  app.addHook('onResponse', (request, reply, done) => {
    const labels = {
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
    };
    seconds.observe(labels, reply.elapsedTime / 1000);
    done();
  });
  const open = { config: { rateLimit: false } };
  app.get('/healthz', open, () => ({ status: 'ok' }));
  app.get('/readyz', open, async (_request, reply) => {
    const isReady = await answers(city);
    return reply.status(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'database away' });
  });
  app.get('/metrics', open, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
}

async function answers(city: City): Promise<boolean> {
  try {
    await sql`select 1`.execute(city.connections.database);
    return true;
  } catch {
    return false;
  }
}

/** What waits: letters to send, journal rows to seal. Read when Prometheus asks. */
function waitingWork(registry: Registry, city: City): void {
  const gauge = new Gauge({
    name: 'waiting_work',
    help: 'Rows that wait for a job',
    labelNames: ['kind'],
    registers: [registry],
    async collect() {
      const result = await sql<{ letters: number; unsealed: number }>`
        select (select count(*)::int from kernel.letters where sent_at is null) as letters,
               (select coalesce(max(id), 0) from kernel.audit_journal)
                 - (select coalesce(max(journal_id), 0) from kernel.audit_links) as unsealed`
        .execute(city.connections.database)
        .catch(() => undefined);
      const row = result?.rows[0];
      if (row === undefined) return;
      gauge.set({ kind: 'letters' }, row.letters);
      gauge.set({ kind: 'journal' }, Number(row.unsealed));
    },
  });
}
