// Looks again at a page that shows how far some work has come, and puts its new state in place. Without scripts the page loads itself.
const soon = 1000; // milliseconds

async function lookAgain() {
  const here = document.getElementById('progress');
  if (here === null) return;
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const next = page.getElementById('progress');
    if (
      next === null ||
      page.querySelector('h1')?.textContent !== document.querySelector('h1')?.textContent
    ) {
      location.reload();
      return;
    }
    if (next.innerHTML !== here.innerHTML) here.replaceChildren(...next.childNodes);
  } catch {
    // Not reached this time: the next will do.
  }
  setTimeout(lookAgain, soon);
}

setTimeout(lookAgain, soon);
