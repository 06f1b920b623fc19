import { cacheExpiry, cacheKey } from './cachedMonth.ts';
import { EXCEPTION, HEAD, NARROW, WIDE_NIGHT } from './layout.ts';

/**
 * What a write replaces: an older page only, so that late and repeated records change nothing; or, to repair a value
 * that was spoilt, one of the same version too.
 */
export type Replaces = 'older' | 'olderOrSame';

/** What became of a page: written; left, as the cache has that version; or left, as the cache has a newer one. */
export type Standing = 1 | 0 | -1;

/** What the script takes. `args` begin with text; then id and packed page take turns. */
export type WriteCall = { key: string; args: (string | Uint8Array)[] };

/**
 * The script (Lua, one key: `EVAL`, or `defineCommand` of ioredis) that writes packed pages into a property's month. A
 * page is written only if its version is newer than the cached one's. Answers a {@link Standing} for each.
 * A page of the same size is written in its place; otherwise the value is put together anew rather than appended to, as
 * a string that grows is given twice the memory it needs. A value that is no month is replaced.
 */
export const WRITE_PAGES = `
local key, expiry, least = KEYS[1], ARGV[1], tonumber(ARGV[2])

local function find(value, id)
  local at = 1
  while at <= #value do
    local page = at + 1 + string.byte(value, at)
    local nights, exceptions = string.byte(value, page + 4, page + 5)
    if not exceptions then return nil, nil, true end
    local night = ${WIDE_NIGHT}
    if nights >= ${NARROW} then night, nights = night - 1, nights - ${NARROW} end
    local size = ${HEAD} + night * nights + ${EXCEPTION} * exceptions
    if page + size > #value + 1 then return nil, nil, true end
    if string.sub(value, at + 1, page - 1) == id then return page, size end
    at = page + size
  end
end

local function write(id, new)
  local value = redis.call('GET', key)
  local page, size, spoilt = find(value or '', id)
  local ahead = page and struct.unpack('>I4', new) - struct.unpack('>I4', value, page) or least
  if ahead < least then return ahead < 0 and -1 or 0 end
  if page and size == #new then
    redis.call('SETRANGE', key, page - 1, new)
  elseif page then
    redis.call('SET', key, string.sub(value, 1, page - 1) .. new .. string.sub(value, page + size), 'KEEPTTL')
  elseif value and not spoilt then
    redis.call('SET', key, value .. string.char(#id) .. id .. new, 'KEEPTTL')
  else
    redis.call('SET', key, string.char(#id) .. id .. new, 'EXAT', expiry)
  end
  return 1
end

local written = {}
for i = 3, #ARGV, 2 do written[#written + 1] = write(ARGV[i], ARGV[i + 1]) end
return written
`;

/**
 * One call of {@link WRITE_PAGES}.
 * @param month `YYYY-MM`
 * @param pages packed, by room type id; one room type may come more than once
 */
export function writePagesCall(
  propertyId: string,
  month: string,
  pages: Iterable<readonly [string, Uint8Array]>,
  replaces: Replaces = 'older',
): WriteCall {
  const least = replaces === 'older' ? '1' : '0';
  return { key: cacheKey(propertyId, month), args: [String(cacheExpiry(month)), least, ...[...pages].flat()] };
}
