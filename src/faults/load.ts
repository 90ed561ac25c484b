import { isDone, registerApplication, send, type Sent, takeTicket } from './caller.ts';

export interface Load {
  /** What was sent up to now. */
  readonly sent: readonly Sent[];
  /** Resolves when so many deeds were done, however long that takes. */
  reached(done: number): Promise<void>;
  /** Sends nothing more; resolves when all answers are there or will never be. */
  stop(): Promise<readonly Sent[]>;
}

/** Kiosks and windows that never rest, each with one request at a time. */
export function startLoad(server: string, callers = 16): Load {
  const sent: Sent[] = [];
  const watchers = new Set<() => void>();
  let stopped = false;
  const work = async (number: number): Promise<void> => {
    for (let turn = 0; !stopped; turn++) {
      const deed = (turn + number) % 2 === 0 ? takeTicket() : registerApplication(number);
      const one = await send(server, deed);
      sent.push(one);
      for (const watch of watchers) watch();
      // A line that broke at once would else be asked in a tight loop.
      if (one.answer === undefined) await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const working = Promise.all(Array.from({ length: callers }, (_, index) => work(index + 1)));
  return {
    sent,
    reached: (done) =>
      new Promise((resolve) => {
        const watch = (): void => {
          if (sent.filter(isDone).length < done) return;
          watchers.delete(watch);
          resolve();
        };
        watchers.add(watch);
        watch();
      }),
    stop: async () => {
      stopped = true;
      await working;
      return sent;
    },
  };
}
