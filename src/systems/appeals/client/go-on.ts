/** Long work goes part by part, each in a form of its own: the next one is sent as soon as it stands here. */
document.querySelector<HTMLFormElement>('form#go-on')?.requestSubmit();
