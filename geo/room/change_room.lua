-- Take a change from whoever knew the last one, and tell of it; an empty text ends the room.
-- KEYS: the room, the list of rooms. ARGV: the number of the last change, that of this one, the room's text, what is told.
if redis.call('HGET', KEYS[1], 'number') ~= ARGV[1] then return 0 end
if ARGV[3] == '' then
  redis.call('DEL', KEYS[1])
  redis.call('ZREM', KEYS[2], KEYS[1])
else
  redis.call('HSET', KEYS[1], 'number', ARGV[2], 'room', ARGV[3])
end
redis.call('PUBLISH', KEYS[1], ARGV[4])
return 1
