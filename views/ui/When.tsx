/**
 * A moment, in UTC as the server keeps it; script puts it into the reader's own time.
 * @param at ISO 8601 in UTC
 */
export const When = ({ at }: { at: string }) => (
  <time datetime={at} data-when>
    {`${at.slice(0, 10)} ${at.slice(11, 16)} UTC`}
  </time>
);
