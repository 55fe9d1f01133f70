package org.tsurutus.bench.toolkit;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.Point;
import java.awt.Rectangle;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import javax.swing.AbstractButton;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.ButtonGroup;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import tools.jackson.databind.json.JsonMapper;

/// Shows one dialog after another with Swing and says where everything lies, as the programs of
/// `bench/toolkits` do.
final class SwingDialogs {
    private static final int SETTLE_MILLIS = 500;
    private static final int MARGIN = 12;

    private final List<JFrame> shown = new ArrayList<>();
    private final List<JComponent> widgets = new ArrayList<>();

    private SwingDialogs() {}

    /// Answers each line of standard input.
    ///
    /// @param arguments the class of the look and feel
    public static void main(String[] arguments) throws Exception {
        UIManager.setLookAndFeel(arguments[0]);
        SwingDialogs dialogs = new SwingDialogs();
        JsonMapper json = JsonMapper.builder().build();
        try (BufferedReader requests =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = requests.readLine(); line != null; line = requests.readLine()) {
                DialogRequest request = json.readValue(line, DialogRequest.class);
                System.out.println(json.writeValueAsString(dialogs.answer(request)));
            }
        } catch (IOException e) {
            System.err.println("no more requests can be read: " + e);
        }
        System.exit(0);
    }

    private DialogAnswer answer(DialogRequest request) throws Exception {
        SwingUtilities.invokeAndWait(() -> showPage(request));
        Thread.sleep(SETTLE_MILLIS);
        SwingUtilities.invokeAndWait(() -> showDialog(request));
        Thread.sleep(SETTLE_MILLIS);
        FutureTask<DialogAnswer> answer = new FutureTask<>(this::described);
        SwingUtilities.invokeAndWait(answer);
        return answer.get();
    }

    private void showPage(DialogRequest request) {
        shown.forEach(JFrame::dispose);
        shown.clear();
        JFrame page = new JFrame();
        page.setUndecorated(true);
        page.setFocusableWindowState(false);
        page.setBounds(0, 0, request.width(), request.height());
        JLabel text = new JLabel(request.page());
        text.setVerticalAlignment(JLabel.TOP);
        text.setBorder(BorderFactory.createEmptyBorder(24, 40, 0, 0));
        page.add(text);
        page.setVisible(true);
        shown.add(page);
    }

    private void showDialog(DialogRequest request) {
        JFrame dialog = new JFrame(request.title());
        JPanel rows = new JPanel();
        rows.setLayout(new BoxLayout(rows, BoxLayout.Y_AXIS));
        rows.setBorder(BorderFactory.createEmptyBorder(MARGIN, MARGIN, MARGIN, MARGIN));
        rows.add(said(request));
        rows.add(Box.createVerticalStrut(MARGIN));
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT));
        ButtonGroup group = new ButtonGroup();
        widgets.clear();
        for (DialogRequest.Wish wish : request.controls()) {
            JComponent widget = widget(wish, group);
            widget.setEnabled(wish.enabled());
            widgets.add(widget);
            if (wish.kind().equals("button")) {
                buttons.add(widget);
            } else {
                widget.setAlignmentX(Component.LEFT_ALIGNMENT);
                rows.add(widget);
            }
            if (wish.isDefault() && widget instanceof JButton button) {
                dialog.getRootPane().setDefaultButton(button);
            }
        }
        dialog.add(rows, BorderLayout.CENTER);
        dialog.add(buttons, BorderLayout.SOUTH);
        dialog.pack();
        dialog.setLocation(request.x(), request.y());
        dialog.setVisible(true);
        dialog.toFront();
        JButton standard = dialog.getRootPane().getDefaultButton();
        if (standard != null) {
            standard.requestFocusInWindow();
        }
        shown.add(dialog);
    }

    private static JLabel said(DialogRequest request) {
        JLabel text = new JLabel("<html><div width=380>" + request.text() + "</div></html>");
        if (request.panel().equals("dialog")) {
            Icon icon = UIManager.getIcon("OptionPane.questionIcon");
            text.setIcon(icon);
            text.setIconTextGap(MARGIN);
        }
        text.setAlignmentX(Component.LEFT_ALIGNMENT);
        return text;
    }

    private static JComponent widget(DialogRequest.Wish wish, ButtonGroup group) {
        return switch (wish.kind()) {
            case "check_box" -> marked(new JCheckBox("", wish.checked()), wish.label());
            case "radio_button" -> {
                JRadioButton radio = new JRadioButton("", wish.checked());
                group.add(radio);
                yield marked(radio, wish.label());
            }
            case "text_field" -> {
                JTextField field = new JTextField(wish.text(), 30);
                field.setMaximumSize(field.getPreferredSize());
                field.setFocusable(false);
                yield field;
            }
            case "link" -> {
                JLabel link = new JLabel("<html><a href=''>" + wish.label() + "</a></html>");
                link.setFont(link.getFont().deriveFont(Font.PLAIN));
                link.setMaximumSize(link.getPreferredSize());
                yield link;
            }
            case "button" -> marked(new JButton(), wish.label());
            case String other -> throw new IllegalArgumentException("no control is a " + other);
        };
    }

    private static AbstractButton marked(AbstractButton button, String label) {
        int mark = label.indexOf('&');
        button.setText(Wording.plain(label));
        if (mark >= 0) {
            button.setMnemonic(Character.toUpperCase(label.charAt(mark + 1)));
            button.setDisplayedMnemonicIndex(mark);
        }
        return button;
    }

    private DialogAnswer described() {
        return new DialogAnswer(
                box(shown.getLast().getBounds()), widgets.stream().map(this::shown).toList());
    }

    private DialogAnswer.Shown shown(JComponent widget) {
        Point corner = widget.getLocationOnScreen();
        return new DialogAnswer.Shown(
                box(new Rectangle(corner, widget.getSize())),
                widget.isEnabled(),
                widget instanceof JButton button && button.isDefaultButton(),
                widget.isFocusOwner(),
                widget instanceof AbstractButton button
                        && !(widget instanceof JButton)
                        && button.isSelected());
    }

    private org.tsurutus.screen.Box box(Rectangle bounds) {
        double scale = shown.getLast().getGraphicsConfiguration().getDefaultTransform().getScaleX();
        int left = (int) Math.round(bounds.getX() * scale);
        int top = (int) Math.round(bounds.getY() * scale);
        return new org.tsurutus.screen.Box(
                left,
                top,
                (int) Math.round(bounds.getMaxX() * scale) - left,
                (int) Math.round(bounds.getMaxY() * scale) - top);
    }
}
