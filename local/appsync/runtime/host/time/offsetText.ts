/**
 * A zone offset as the pattern letters X, x and Z write it (java.time DateTimeFormatterBuilder.appendPattern).
 * @param offset seconds east of UTC
 */
export function formatOffset(letter: string, count: number, offset: number): string {
  if (letter === 'Z') return formatZ(count, offset);
  if (letter === 'X' && offset === 0) return 'Z';
  if (count === 1) return parts(offset).minutes === '00' ? hours(offset) : withMinutes(offset, '');
  const separator = count % 2 === 1 ? ':' : '';
  return count > 3 ? withSeconds(offset, separator) : withMinutes(offset, separator);
}

function formatZ(count: number, offset: number): string {
  if (count < 4) return withMinutes(offset, '');
  if (count === 4) return offset === 0 ? 'GMT' : `GMT${withSeconds(offset, ':')}`;
  return offset === 0 ? 'Z' : withSeconds(offset, ':');
}

function parts(offset: number): { sign: string; hours: string; minutes: string; seconds: string } {
  const total = Math.abs(offset);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return {
    sign: offset < 0 ? '-' : '+',
    hours: two(total / 3600),
    minutes: two((total % 3600) / 60),
    seconds: two(total % 60),
  };
}

const hours = (offset: number) => parts(offset).sign + parts(offset).hours;
const withMinutes = (offset: number, separator: string) => hours(offset) + separator + parts(offset).minutes;

function withSeconds(offset: number, separator: string): string {
  const { seconds } = parts(offset);
  return withMinutes(offset, separator) + (seconds === '00' ? '' : separator + seconds);
}
