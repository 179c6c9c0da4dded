// The drawings of web/look that this client uses.
import alarm from '../../../../look/icons/alarm.svg?raw';
import flagChequered from '../../../../look/icons/flag-chequered.svg?raw';
import flagOutline from '../../../../look/icons/flag-outline.svg?raw';
import flagFilled from '../../../../look/icons/flag.svg?raw';
import globe from '../../../../look/icons/globe.svg?raw';
import kart from '../../../../look/icons/kart.svg?raw';
import chevronRight from '../../../../look/icons/chevron-right.svg?raw';
import list from '../../../../look/icons/list.svg?raw';
import offline from '../../../../look/icons/offline.svg?raw';
import pit from '../../../../look/icons/pit.svg?raw';
import speed from '../../../../look/icons/speed.svg?raw';
import starFill from '../../../../look/icons/star-fill.svg?raw';
import star from '../../../../look/icons/star.svg?raw';
import sun from '../../../../look/icons/sun.svg?raw';
import type { Flag } from '../feed/board.types';

export const icons = {
  alarm, flagChequered, flagOutline, flag: flagFilled, globe, kart, chevronRight, list, offline, pit, speed, starFill, star, sun,
};

export type IconName = keyof typeof icons;

/** The shape beside the flag's word. */
export const flagIcon: Record<Flag, IconName> = {
  none: 'flagOutline',
  green: 'flag',
  yellow: 'flag',
  slow: 'speed',
  red: 'flag',
  last_lap: 'flagOutline',
  chequered: 'flagChequered',
};
