// The page that an address names.

export type Place = { page: 'start' } | { page: 'track'; track: string };

export function placeOf(pathname: string): Place {
  const track = /^\/live\/([^/]+)\/?$/.exec(pathname)?.[1];
  if (track === undefined) return { page: 'start' };
  try {
    return { page: 'track', track: decodeURIComponent(track) };
  } catch {
    return { page: 'start' };
  }
}

/** A click that the browser should handle itself: with a key, or another button. */
export function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}
