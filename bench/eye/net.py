"""The network that finds dialogs and what is on them: pictures in, boxes out.

It is fully convolutional, so a frame of any size goes in whole, and so does a part of one. Channels of
what it gives, one cell for each 4 x 4 pixels (controls) or 16 x 16 pixels (panels):

    controls  KINDS logits, 4 distances (left, top, right, bottom; in cells), STATES logits
    panels    PANELS logits, 4 distances (in cells)
"""

import torch
from torch import nn
from torch.nn import functional

KINDS = ["button", "link", "check_box", "radio_button", "text_field"]
STATES = ["enabled", "isDefault", "focused", "checked"]
PANELS = ["dialog", "message_bar"]
CONTROL_CELL = 4
PANEL_CELL = 16


def convolution(inputs, outputs, step=1, groups=1, size=3):
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, size, step, size // 2, groups=groups, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(inplace=True),
    )


class Light(nn.Module):
    """A residual block whose wide convolution works each channel for itself."""

    def __init__(self, channels, size=3):
        super().__init__()
        self.spread = nn.Sequential(
            nn.Conv2d(channels, channels, size, 1, size // 2, groups=channels, bias=False),
            nn.BatchNorm2d(channels),
        )
        self.widen = convolution(channels, 2 * channels, size=1)
        self.narrow = nn.Sequential(nn.Conv2d(2 * channels, channels, 1, bias=False), nn.BatchNorm2d(channels))

    def forward(self, x):
        return functional.relu(x + self.narrow(self.widen(self.spread(x))))


class Full(nn.Module):
    """A residual block of two 3 x 3 convolutions."""

    def __init__(self, channels):
        super().__init__()
        self.first = convolution(channels, channels)
        self.second = nn.Sequential(nn.Conv2d(channels, channels, 3, 1, 1, bias=False), nn.BatchNorm2d(channels))

    def forward(self, x):
        return functional.relu(x + self.second(self.first(x)))


def lights(channels, count):
    return nn.Sequential(*[Light(channels, 5) for _ in range(count)])


class Eye(nn.Module):
    """Six scales down, four up again: a cell of 4 pixels knows of what stands a thousand pixels away."""

    def __init__(self):
        super().__init__()
        self.two = convolution(3, 16, 2)
        self.four = nn.Sequential(convolution(16, 24, 2), Light(24), Light(24))
        self.eight = nn.Sequential(convolution(24, 48, 2), Full(48))
        self.sixteen = nn.Sequential(convolution(48, 80, 2), lights(80, 3))
        self.thirtytwo = nn.Sequential(convolution(80, 112, 2), lights(112, 3))
        self.sixtyfour = nn.Sequential(convolution(112, 112, 2), lights(112, 3))
        self.to32 = nn.Conv2d(112, 112, 1)
        self.mix32 = lights(112, 2)
        self.to16 = nn.Conv2d(112, 80, 1)
        self.mix16 = lights(80, 2)
        self.to8 = nn.Conv2d(80, 48, 1)
        self.mix8 = lights(48, 1)
        self.to4 = nn.Conv2d(48, 24, 1)
        self.mix4 = nn.Sequential(Light(24), Light(24))
        self.controls = nn.Sequential(
            convolution(24, 48, size=1), nn.Conv2d(48, len(KINDS) + 4 + len(STATES), 1)
        )
        self.panels = nn.Sequential(lights(80, 1), nn.Conv2d(80, len(PANELS) + 4, 1))
        for head, classes in ((self.controls, len(KINDS)), (self.panels, len(PANELS))):
            nn.init.zeros_(head[-1].bias)
            nn.init.constant_(head[-1].bias[:classes], -4.5)
            nn.init.constant_(head[-1].bias[classes : classes + 4], 1.0)

    @staticmethod
    def up(x):
        return functional.interpolate(x, scale_factor=2.0, mode="nearest")

    def forward(self, pixels):
        """pixels: N x 3 x height x width, 0 to 255, both sizes multiples of 64."""
        four = self.four(self.two(pixels * (1 / 127.5) - 1))
        eight = self.eight(four)
        sixteen = self.sixteen(eight)
        thirtytwo = self.thirtytwo(sixteen)
        sixtyfour = self.sixtyfour(thirtytwo)
        x = self.mix32(thirtytwo + self.up(self.to32(sixtyfour)))
        x = self.mix16(sixteen + self.up(self.to16(x)))
        panels = self.panels(x)
        x = self.mix8(eight + self.up(self.to8(x)))
        x = self.mix4(four + self.up(self.to4(x)))
        return self.spread(self.controls(x), len(KINDS)), self.spread(panels, len(PANELS))

    @staticmethod
    def spread(x, classes):
        """Distances are never negative."""
        return torch.cat(
            [x[:, :classes], torch.exp(x[:, classes : classes + 4].clamp(-6, 6)), x[:, classes + 4 :]], 1
        )
