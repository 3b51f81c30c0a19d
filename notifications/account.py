"""In one's own account: which of the mails about one's work one wants."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab

from comments.permissions import user_can_answer, user_can_moderate_somewhere
from translation.permissions import user_can_follow_translations

from .models import StaffMailSetting


class StaffMailForm(forms.ModelForm):
    class Meta:
        model = StaffMailSetting
        fields = ["wants_queue", "wants_due", "wants_translations"]


class StaffMailPanel(BaseSettingsPanel):
    """For those who moderate, answer or translate; each sees the mails that she would get."""

    name = "staff_mail"
    title = _("E-mails about your work")
    tab = notifications_tab
    order = 150
    form_class = StaffMailForm

    def is_active(self):
        return (
            user_can_moderate_somewhere(self.user)
            or user_can_answer(self.user, None)
            or user_can_follow_translations(self.user)
        )

    def get_form(self):
        """Return the form of the person's own choice, which has no row before it is made."""
        setting = StaffMailSetting.objects.filter(user=self.user).first()
        data = self.request.POST if self.request.method == "POST" else None
        instance = setting or StaffMailSetting(user=self.user)
        form = self.form_class(data, instance=instance, prefix=self.name)
        if not user_can_moderate_somewhere(self.user):
            del form.fields["wants_queue"]
        if not user_can_answer(self.user, None):
            del form.fields["wants_due"]
        if not user_can_follow_translations(self.user):
            del form.fields["wants_translations"]
        return form
