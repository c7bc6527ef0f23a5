-- Keep a new room, unless there are too many or its code is taken.
-- KEYS: the room, the list of rooms. ARGV: now, how many there may be, the room's text, until when it is kept.
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', ARGV[1])
if redis.call('ZCARD', KEYS[2]) >= tonumber(ARGV[2]) then return 'full' end
if redis.call('EXISTS', KEYS[1]) == 1 then return 'taken' end
redis.call('HSET', KEYS[1], 'number', '0', 'room', ARGV[3])
redis.call('EXPIREAT', KEYS[1], ARGV[4])
redis.call('ZADD', KEYS[2], ARGV[4], KEYS[1])
return 'open'
