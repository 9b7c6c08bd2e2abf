// What comes over the line, packed as it comes.

/** Weighs what a page loads from now on: the path and the bytes of each answer, its headers left out. What a worker
 * gives from its cache comes over no line. */
export async function weigh(client) {
  const answers = new Map();
  const sizes = new Map();
  client.on('Network.responseReceived', ({ requestId, response }) => answers.set(requestId, response));
  // Piece by piece, the bytes of the page itself are not told: they are at the end.
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => sizes.set(requestId, encodedDataLength));
  await client.send('Network.enable');
  return () =>
    [...sizes].flatMap(([id, size]) => {
      const answer = answers.get(id);
      if (!answer || answer.fromServiceWorker || !answer.url.startsWith('http')) return [];
      return [{ path: new URL(answer.url).pathname, size: Math.max(0, size - answer.encodedDataLength) }];
    });
}
