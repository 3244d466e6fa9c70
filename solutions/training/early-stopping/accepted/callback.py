class EarlyStopping:
    def __init__(self, patience, min_delta):
        self.patience, self.min_delta = patience, min_delta
        self.wait, self.best, self.best_epoch, self.stopped = 0, float("inf"), -1, None

    def on_epoch_end(self, epoch, loss):
        if self.best - loss > self.min_delta:
            self.best, self.best_epoch, self.wait = loss, epoch, 0
            return
        self.wait += 1
        if self.wait == self.patience:
            self.stopped = epoch


def early_stopping(val_losses, patience, min_delta=0.0):
    callback = EarlyStopping(patience, min_delta)
    for epoch in range(len(val_losses)):
        callback.on_epoch_end(epoch, val_losses[epoch])
        if callback.stopped is not None:
            return callback.stopped, callback.best_epoch
    return len(val_losses) - 1, callback.best_epoch
