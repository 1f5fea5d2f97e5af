"""NeuMF in PyTorch as NVIDIA's own PyTorch reference runs it: dense embedding gradients, the fused Adam kernel, and a whole
step (forward, backward, update) captured once in a CUDA graph and replayed. With --compile the model is compiled by Inductor
first. Written from the model's description (specification, sections 5 and 6); dropout is active.

Speaks the protocol of bench/rounds.ts (rounds.py). Its batches lie on the device.
"""

import torch
from rounds import arguments, batches, serve
from torch import nn


class Neumf(nn.Module):
    def __init__(self, flags):
        super().__init__()
        self.factors, self.dropout = flags.factors, flags.dropout
        width = flags.factors + flags.layers[0] // 2
        self.user, self.item = nn.Embedding(flags.users, width), nn.Embedding(flags.items, width)
        for table in (self.user, self.item):
            nn.init.normal_(table.weight, std=0.01)
        self.dense = nn.ModuleList(nn.Linear(i, o) for i, o in zip(flags.layers, flags.layers[1:]))
        for layer in self.dense:
            nn.init.xavier_uniform_(layer.weight)
            nn.init.zeros_(layer.bias)
        self.out = nn.Linear(flags.factors + flags.layers[-1], 1)

    def forward(self, users, items):
        user, item = self.user(users), self.item(items)
        x = torch.cat((user[:, self.factors :], item[:, self.factors :]), 1)
        for layer in self.dense:
            x = nn.functional.dropout(torch.relu(layer(x)), self.dropout, self.training)
        return self.out(torch.cat((user[:, : self.factors] * item[:, : self.factors], x), 1)).squeeze(1)


flags = arguments(compile="compile the model by Inductor")
torch.backends.cuda.matmul.allow_tf32 = flags.precision != "fp32"
half = {"bf16": torch.bfloat16, "fp16": torch.float16}.get(flags.precision)
model = Neumf(flags).cuda().train(flags.mode == "train")
optimizer = torch.optim.Adam(model.parameters(), lr=0.0045, betas=(0.25, 0.5), eps=1e-8, fused=True, capturable=True)
scaler = torch.tensor(32768.0 if flags.precision == "fp16" else 1.0, device="cuda")


def logits(users, items):
    with torch.autocast("cuda", dtype=half, enabled=half is not None, cache_enabled=False):
        return model(users, items).float()


def loss_of(users, items, labels):
    return nn.functional.binary_cross_entropy_with_logits(logits(users, items), labels)


made = torch.compile if flags.compile else lambda function: function
score, batch_loss = made(logits), made(loss_of)


def train_step(users, items, labels):
    loss = batch_loss(users, items, labels)
    (loss * scaler).backward()
    if flags.precision == "fp16":
        torch._foreach_div_([p.grad for p in model.parameters()], scaler)
    optimizer.step()
    return loss.detach()


def captured(step, example):
    """The step as one graph over inputs of its own, into which each batch is copied."""
    inputs = [tensor.clone() for tensor in example]
    side = torch.cuda.Stream()
    side.wait_stream(torch.cuda.current_stream())
    with torch.cuda.stream(side):
        for _ in range(3):
            optimizer.zero_grad(set_to_none=True)
            step(*inputs)
    torch.cuda.current_stream().wait_stream(side)
    optimizer.zero_grad(set_to_none=True)
    graph = torch.cuda.CUDAGraph()
    with torch.cuda.graph(graph):
        result = step(*inputs)

    def replay(*batch):
        for own, tensor in zip(inputs, batch):
            own.copy_(tensor)
        graph.replay()
        return result

    return replay


def on_device(column):
    return torch.from_numpy(column).cuda()


ready = batches(flags, on_device)
if flags.mode == "train":
    call = captured(train_step, ready[0])
else:
    with torch.no_grad():
        call = captured(score, ready[0])


def one_round():
    total = torch.zeros((), device="cuda")
    for batch in ready:
        result = call(*batch)
        if flags.mode == "train":
            total += result
    torch.cuda.synchronize()
    return total.item() / flags.steps if flags.mode == "train" else None


serve(flags, one_round)
