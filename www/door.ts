// The door for other windows: a host that allows only a frame, or a bookmark on a page that cannot be changed, hands
// content over by messages and gets reports back. The protocol is version 1; docs/embed.md tells it.

import type { HostBlocks, ReadFailure, Report } from './types';

export const PROTOCOL = 1;

/** What comes in. */
export type Asked = { gouji: typeof PROTOCOL; type: 'check'; id?: string | number; content: string | HostBlocks; name?: string };

/** What goes out. */
export type Told =
  | { gouji: typeof PROTOCOL; type: 'ready' }
  | { gouji: typeof PROTOCOL; type: 'report'; id: string | number | null; report: Report | ReadFailure }
  | { gouji: typeof PROTOCOL; type: 'take'; changes: { id: string | null; cell: string; text: string }[] }
  | { gouji: typeof PROTOCOL; type: 'height'; height: number };

export interface Door {
  tell(message: Told): void;
}

/**
 * Speaks with one window at one origin. Messages of other windows, other origins and other shapes are passed over; what
 * is told goes to that origin only.
 */
export function openDoor(other: Window, origin: string, asked: (message: Asked) => void): Door {
  const tell = (message: Told): void => other.postMessage(message, origin);
  addEventListener('message', ({ source, origin: from, data }: MessageEvent<unknown>) => {
    if (source === other && from === origin && isAsked(data)) asked(data);
  });
  tell({ gouji: PROTOCOL, type: 'ready' });
  return { tell };
}

/** The origin that the address declares after `#origin=` or in `?origin=`; null where it is none. */
export function declaredOrigin({ search, hash }: Location): string | null {
  const given = new URLSearchParams(search).get('origin') ?? new URLSearchParams(hash.slice(1)).get('origin');
  if (!given) return null;
  try {
    const { origin, protocol } = new URL(given);
    return /^https?:$/.test(protocol) && origin === given ? origin : null;
  } catch {
    return null;
  }
}

function isAsked(data: unknown): data is Asked {
  if (typeof data !== 'object' || data === null) return false;
  const { gouji, type, content } = data as Record<string, unknown>;
  return gouji === PROTOCOL && type === 'check' && (typeof content === 'string' || Array.isArray(content));
}
