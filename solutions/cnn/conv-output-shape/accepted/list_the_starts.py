def conv_output_size(size, kernel, stride=1, padding="valid", dilation=1):
    if padding == "same":
        return len(range(0, size, stride))
    margin = padding if isinstance(padding, int) else 0
    pixels = [None] * margin + list(range(size)) + [None] * margin
    last_weight = (kernel - 1) * dilation
    starts = [i for i in range(0, len(pixels), stride) if i + last_weight < len(pixels)]
    return len(starts)
