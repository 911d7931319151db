// Points in time, told by the visitor's own clock. Without this script they are in UTC.

const clock = new Intl.DateTimeFormat(document.documentElement.lang, {
  dateStyle: "medium",
  timeStyle: "short",
});

for (const time of document.querySelectorAll("time[data-moment]")) {
  time.title = time.textContent;
  time.textContent = clock.format(new Date(time.dateTime));
}
