// The side that asks: one process for each contestant, of which one at a time works.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { ContestantName } from './contestants.js';
import type { Answer, Task } from './contestant-process.js';

export interface Contestants {
  /** Has one of them do a task; gives the rate per second. */
  run(name: ContestantName, task: Task): Promise<number>;
  end(): void;
}

/** Starts a process for each of `names`; `file` is the bundle of `contestant-process.ts`. */
export async function startContestants(file: string, names: readonly ContestantName[]): Promise<Contestants> {
  const processes = new Map(names.map((name) => [name, fork(file, [name])]));
  for (const child of processes.values()) await answerOf(child);
  return {
    run(name, task) {
      const child = processes.get(name);
      if (!child) throw new Error(`internal: "${name}" was not started`);
      child.send(task);
      return answerOf(child);
    },
    end() {
      for (const child of processes.values()) child.disconnect();
    },
  };
}

async function answerOf(child: ChildProcess): Promise<number> {
  // Takes both listeners away in the end.
  const listening = new AbortController();
  const { signal } = listening;
  const answered = once(child, 'message', { signal }) as Promise<[Answer]>; // the process sends nothing else
  const ended = once(child, 'exit', { signal }).then((): never => {
    throw new Error('A contestant has ended');
  });
  try {
    const [answer] = await Promise.race([answered, ended]);
    if ('problem' in answer) throw new Error(answer.problem);
    return answer.rate;
  } finally {
    listening.abort();
  }
}
