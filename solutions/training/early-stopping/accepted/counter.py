def early_stopping(val_losses, patience, min_delta=0.0):
    losses = [float(v) for v in val_losses]
    best, best_epoch, left, epoch = losses[0], 0, patience, 0
    while left and epoch + 1 < len(losses):
        epoch += 1
        left -= 1
        if losses[epoch] < best - min_delta:
            best, best_epoch, left = losses[epoch], epoch, patience
    return [epoch, best_epoch]
