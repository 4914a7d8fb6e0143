/**
 * Pictures as PNG. The server draws each as SVG; the browser paints that on a canvas and saves it. The link itself leads to
 * the SVG, which is what one gets where the browser cannot.
 */

/** Dots for each unit of the picture: sharp enough for paper. */
const SCALE = 3;

export function tendPictures(document: Document): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-png]');
    if (!link) return;
    event.preventDefault();
    paint(document, link.href)
      .then((png) => {
        save(document, png, link.dataset['png'] ?? 'picture.png');
      })
      .catch(() => {
        document.location.assign(link.href);
      });
  });
}

async function paint(document: Document, address: string): Promise<Blob> {
  const picture = new Image();
  picture.src = address;
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = picture.naturalWidth * SCALE;
  canvas.height = picture.naturalHeight * SCALE;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('this browser paints nothing');
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('the picture is too large to paint'));
    }, 'image/png');
  });
}

function save(document: Document, png: Blob, name: string): void {
  const address = URL.createObjectURL(png);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to save by then; the memory is given back.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}
