def scale_images(x):
    n, height, width = x.shape
    return (x / 255.0).reshape(n, height, width, 1).astype("float32")
