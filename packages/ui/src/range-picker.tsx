'use client';
import { CalendarDays } from 'lucide-react';
import { useState } from 'react';
import { Button } from './button.tsx';
import { type Day, formatDay } from './calendar/month.tsx';
import { Calendar } from './calendar.tsx';
import { DateField } from './date-field.tsx';
import { Popover } from './popover.tsx';
import { useSurroundings } from './ui-provider.tsx';
import { useUiText } from './ui-text.tsx';

export type DateRange = { from: Day; to: Day };

export type RangePickerProps = {
  label: string;
  value: DateRange | null;
  onValueChange: (range: DateRange) => void;
  placeholder?: string | undefined;
  min?: Day | undefined;
  max?: Day | undefined;
  today?: Day | undefined;
};

function inOrder(a: Day, b: Day): DateRange {
  return a <= b ? { from: a, to: b } : { from: b, to: a };
}

/** Two presses in the calendar, or two dates typed. */
export function RangePicker({ label, value, onValueChange, placeholder, min, max, today }: RangePickerProps) {
  const { locale } = useSurroundings();
  const text = useUiText();
  const [open, setOpen] = useState(false);
  const [first, setFirst] = useState<Day | null>(null);
  const say = (day: Day) => formatDay(day, locale, { day: 'numeric', month: 'short' });
  const words = value ? `${say(value.from)} – ${say(value.to)}` : placeholder;
  const pick = (day: Day) => {
    if (!first) return setFirst(day);
    onValueChange(inOrder(first, day));
    setFirst(null);
    setOpen(false);
  };
  return (
    <Popover
      title={label}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button icon={<CalendarDays aria-hidden />}>
          <span className="hidden-visually">{label}: </span>
          {words}
        </Button>
      }
    >
      <div className="mb-3 grid grid-cols-2 gap-2">
        <DateField
          label={text.from}
          value={value?.from ?? ''}
          min={min}
          max={max}
          onValueChange={(day) => day && onValueChange(inOrder(day, value?.to ?? day))}
        />
        <DateField
          label={text.to}
          value={value?.to ?? ''}
          min={min}
          max={max}
          onValueChange={(day) => day && onValueChange(inOrder(value?.from ?? day, day))}
        />
      </div>
      <Calendar
        label={label}
        value={first ? [first, undefined] : value ? [value.from, value.to] : null}
        onValueChange={pick}
        min={min}
        max={max}
        today={today}
      />
    </Popover>
  );
}
