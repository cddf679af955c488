import type { VirtualClock } from "../../test/support/virtualClock";

/** Runs work while a virtual clock replaces `performance.now` and the timers of this process. The work must not wait for real I/O. */
export async function onVirtualTime<T>(clock: VirtualClock, work: () => Promise<T>): Promise<T> {
  const real = {
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    now: performance.now.bind(performance),
  };
  const cancelled = new WeakSet();
  const virtualTimeout = (callback: (...args: unknown[]) => void, milliseconds = 0, ...args: unknown[]) => {
    const timer = { unref: () => timer, ref: () => timer };
    clock.after(milliseconds / 1000, () => {
      if (!cancelled.has(timer)) callback(...args);
    });
    return timer;
  };
  Object.assign(globalThis, {
    setTimeout: virtualTimeout,
    clearTimeout: (timer: object | undefined) => {
      if (timer) cancelled.add(timer);
    },
  });
  performance.now = () => clock.now() * 1000;
  try {
    return await clock.run(work());
  } finally {
    Object.assign(globalThis, { setTimeout: real.setTimeout, clearTimeout: real.clearTimeout });
    performance.now = real.now;
  }
}
