/** The fast Fourier transform behind the exact distribution (iterative radix-2 form of Cooley and Tukey). */

/** Turns frequencies back into values in place: x[k] = 1/n Σ X[j] e^(-2πi jk/n); lengths are equal powers of two. */
export function inverseTransform(re: Float64Array, im: Float64Array): void {
  const n = re.length
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1
    for (; j & bit; bit >>= 1) j ^= bit
    j ^= bit
    if (i < j) {
      const x = re[i] as number
      const y = im[i] as number
      re[i] = re[j] as number
      im[i] = im[j] as number
      re[j] = x
      im[j] = y
    }
  }
  const cos = new Float64Array(n / 2)
  const sin = new Float64Array(n / 2)
  for (let k = 0; k < n / 2; k++) {
    cos[k] = Math.cos((2 * Math.PI * k) / n)
    sin[k] = -Math.sin((2 * Math.PI * k) / n)
  }
  for (let length = 2; length <= n; length *= 2) {
    const half = length / 2
    const stride = n / length
    for (let i = 0; i < n; i += length) {
      for (let k = 0; k < half; k++) {
        const c = cos[k * stride] as number
        const s = sin[k * stride] as number
        const a = i + k
        const b = a + half
        const x = (re[b] as number) * c - (im[b] as number) * s
        const y = (re[b] as number) * s + (im[b] as number) * c
        re[b] = (re[a] as number) - x
        im[b] = (im[a] as number) - y
        re[a] = (re[a] as number) + x
        im[a] = (im[a] as number) + y
      }
    }
  }
  for (let i = 0; i < n; i++) {
    re[i] = (re[i] as number) / n
    im[i] = (im[i] as number) / n
  }
}
