// A picture as pixels, painted by the browser.

const PNG_WIDTH = 3840;

/**
 * An SVG of such a size as PNG, 3,840 px wide.
 * @param {string} svg
 * @param {{width: number, height: number}} size
 * @returns {Promise<Blob>}
 */
export async function pngOf(svg, {width, height}) {
  const size = {width: PNG_WIDTH, height: (PNG_WIDTH * height) / width};
  const larger = svg.replace(`width="${width}" height="${height}"`, `width="${size.width}" height="${size.height}"`);
  const address = URL.createObjectURL(new Blob([larger], {type: 'image/svg+xml'}));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), size);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('the browser cannot draw on a canvas');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
