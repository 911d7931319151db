// Points in time, told by the visitor's own clock. Without this script they are in UTC.

const clock = new Intl.DateTimeFormat(document.documentElement.lang, {
  dateStyle: "medium",
  timeStyle: "short",
});

for (const time of document.querySelectorAll("time[data-moment]")) {
  time.title = `${time.dateTime.slice(0, 16).replace("T", " ")} UTC`; // in every language
  time.textContent = clock.format(new Date(time.dateTime));
}
